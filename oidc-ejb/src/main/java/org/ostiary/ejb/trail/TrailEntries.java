package org.ostiary.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.audit.AuditRecord;

/** Makes entries of records: with the names that accounts have now, asked for all of them at once, and a sentence. */
@ApplicationScoped
class TrailEntries {

    @Inject
    Accounts accounts;

    List<TrailEntry> of(Collection<AuditRecord> records) {
        Set<String> ids = records.stream()
                .map(AuditRecord::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> names = accounts.usernames(ids);
        return records.stream().map(each -> entry(each, names)).toList();
    }

    private static TrailEntry entry(AuditRecord each, Map<String, String> names) {
        Long position = each.position();
        String accountId = each.accountId();
        @Nullable String name = accountId == null ? null : names.get(accountId);
        return new TrailEntry(
                each.id(),
                position == null ? 0 : position,
                Objects.requireNonNullElse(each.seal(), ""),
                each.happenedAt(),
                each.event(),
                each.outcome(),
                accountId,
                name,
                each.clientId(),
                each.actor(),
                each.rule(),
                each.reason(),
                each.ip(),
                each.requestId(),
                TrailSentences.of(each, name));
    }
}
