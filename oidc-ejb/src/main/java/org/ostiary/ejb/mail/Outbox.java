package org.ostiary.ejb.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.mail.OutgoingMail;
import org.ostiary.persistence.mail.OutgoingMails;
import org.ostiary.persistence.sealed.SealedColumn;

/** Writes mail within the transaction of the caller: what is rolled back is not told, and what was committed is. */
@ApplicationScoped
public class Outbox {

    @Inject
    MailRoute route;

    @Inject
    OutgoingMails mails;

    @Inject
    Sealing sealing;

    @Inject
    SecureTokens random;

    @Inject
    Clock clock;

    /** Whether mail can be sent at all; else nobody should write any. */
    public boolean open() {
        return route.there();
    }

    /**
     * Writes a letter to one address of an account's owner.
     *
     * @param kind what it tells of, a stable name
     * @param worth how long it is worth sending
     */
    public void add(Account account, String address, String kind, Letter letter, Duration worth) {
        Instant now = clock.instant();
        String id = random.uuid();
        String sealed = sealing.seal(SealedColumn.MAIL_TEXT.place(id), letter.joined());
        mails.add(new OutgoingMail(id, account.id(), kind, address, sealed, now, now.plus(worth)));
    }

    /** How many letters of one kind an account was written within a time until now. */
    public long written(String accountId, String kind, Duration within) {
        return mails.count(accountId, kind, clock.instant().minus(within));
    }
}
