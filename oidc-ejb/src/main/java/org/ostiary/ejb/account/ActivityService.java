package org.ostiary.ejb.account;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.interaction.OwnPages;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.audit.AuditRecord;
import org.ostiary.persistence.audit.AuditRecords;

/** What the audit trail says about a person's own account. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class ActivityService {

    private static final int PAGE = 25;
    private static final Pattern KEY = Pattern.compile("([0-9]{1,15})\\.([0-9a-f-]{36})");

    @Inject
    SignedIn signedIn;

    @Inject
    AuditRecords records;

    @Inject
    ClientDirectory clients;

    @Inject
    Clock clock;

    /**
     * One page. Pages are named by the last record of the one before, so that what happens meanwhile moves nothing.
     *
     * @param after the name of the page; anything else is the first page
     */
    public ActivityView of(@Nullable String after, Visitor visitor) {
        String accountId = signedIn.require(visitor).account().id();
        Matcher key = KEY.matcher(after == null ? "" : after);
        boolean first = !key.matches();
        Instant before = first ? clock.instant().plusSeconds(1) : Instant.ofEpochMilli(Long.parseLong(key.group(1)));
        List<AuditRecord> found = records.ofAccount(accountId, before, first ? "" : key.group(2), PAGE + 1);
        List<AuditRecord> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new ActivityView(
                shown.stream().map(this::entry).toList(), found.size() > PAGE ? name(shown.get(PAGE - 1)) : null);
    }

    private ActivityEntry entry(AuditRecord each) {
        return new ActivityEntry(
                each.happenedAt(),
                each.event(),
                each.outcome().equals("success"),
                client(each.clientId()),
                each.ip(),
                each.requestId());
    }

    private @Nullable String client(@Nullable String clientId) {
        if (clientId == null || clientId.equals(OwnPages.CLIENT_ID)) {
            return null;
        }
        return clients.find(clientId).map(RegisteredClient::clientName).orElse(clientId);
    }

    private static String name(AuditRecord last) {
        return last.happenedAt().toEpochMilli() + "." + last.id();
    }
}
