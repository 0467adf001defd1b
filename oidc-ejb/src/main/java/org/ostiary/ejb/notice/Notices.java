package org.ostiary.ejb.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditEvent.EmailChanged;
import org.ostiary.ejb.audit.Noted;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.mail.Letter;
import org.ostiary.ejb.mail.Letters;
import org.ostiary.ejb.mail.Outbox;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;

/**
 * Puts a letter into the outbox for every noted event that an account's owner should know of. It goes to the address that is
 * stored for the account, whether it was confirmed or not: whoever reads it there learns of no secret, and an owner who never
 * confirmed theirs must be warned too.
 */
@ApplicationScoped
public class Notices {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WORTH = Duration.ofDays(2);

    @Inject
    Outbox outbox;

    @Inject
    Letters letters;

    @Inject
    Accounts accounts;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    void tell(@Observes Noted noted) {
        String accountId = noted.event().accountId();
        if (accountId == null || !config.mail().notices() || !outbox.open()) {
            return;
        }
        Notice.of(noted.event())
                .filter(notice -> !toldOften(notice, accountId))
                .ifPresent(notice -> accounts.find(accountId)
                        .filter(account -> !account.disabled())
                        .ifPresent(account -> write(notice, account, noted)));
    }

    private boolean toldOften(Notice notice, String accountId) {
        return outbox.written(accountId, notice.key(), DAY) >= notice.mostADay();
    }

    private void write(Notice notice, Account account, Noted noted) {
        Letter letter = letter(notice, account, noted);
        addresses(account, noted.event()).forEach(address -> outbox.add(account, address, notice.key(), letter, WORTH));
    }

    /** Whom a change of the address concerns, also reads at the former one. */
    private static Set<String> addresses(Account account, AuditEvent event) {
        String former = event instanceof EmailChanged changed ? changed.former() : null;
        return Stream.of(former, account.email())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Letter letter(Notice notice, Account account, Noted noted) {
        RequestFacts facts = noted.facts();
        return letters.to(
                account,
                notice.key(),
                Stream.concat(notice.paragraphs().stream(), Stream.of(notice.key() + ".otherwise"))
                        .toList(),
                letters.moment(account, clock.instant()),
                facts.ip(),
                letters.device(account, facts.userAgent()),
                letters.word(account, "factor", String.valueOf(noted.event().reason())),
                facts.requestId(),
                letters.address(account, "/account"));
    }
}
