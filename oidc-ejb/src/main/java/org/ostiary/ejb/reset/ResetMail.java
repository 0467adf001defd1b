package org.ostiary.ejb.reset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ostiary.ejb.account.KeptHere;
import org.ostiary.ejb.audit.AuditEvent.PasswordResetRequested;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.mail.Letters;
import org.ostiary.ejb.mail.Outbox;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.regulation.GuessCounters;
import org.ostiary.persistence.reset.ResetLink;
import org.ostiary.persistence.reset.ResetLinks;

/** What an account's owner is written who forgot the password, within the transaction that answers the request. */
@ApplicationScoped
public class ResetMail {

    /** So that nobody fills somebody else's mailbox. */
    static final int MOST = 3;

    static final Duration WINDOW = Duration.ofHours(1);

    private static final String WITH_LINK = "password_reset";
    private static final String ELSEWHERE = "password_reset_elsewhere";

    @Inject
    Outbox outbox;

    @Inject
    Letters letters;

    @Inject
    ResetLinks links;

    @Inject
    GuessCounters counters;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    void answer(Account account, Instant now, RequestFacts facts) {
        String email = account.email();
        if (account.disabled()) {
            note(account, "account disabled", facts);
        } else if (email == null) {
            note(account, "no address known", facts);
        } else if (!allowed(account.id(), now)) {
            note(account, "too many mails", facts);
        } else if (resettable(account)) {
            write(account, email, WITH_LINK, link(account.id(), now), now, facts);
        } else {
            write(account, email, ELSEWHERE, "", now, facts);
        }
    }

    /** Whether the password of this account can be replaced here. */
    static boolean resettable(Account account) {
        return !account.disabled() && account.password() != null && KeptHere.is(account);
    }

    private boolean allowed(String accountId, Instant now) {
        String counter = hashes.hash("password resets\naccount\n" + accountId);
        counters.open(counter);
        return counters.begin(counter, MOST, now, now.plus(WINDOW)).isPresent();
    }

    /** The issuer's own address, whatever host the request named. */
    private String link(String accountId, Instant now) {
        String token = random.handle("");
        links.add(new ResetLink(
                hashes.hash(token), accountId, now, now.plus(config.mail().resetLifespan())));
        return config.issuer().endpoint("/reset-password.xhtml?token=" + token);
    }

    private void write(Account account, String email, String kind, String link, Instant now, RequestFacts facts) {
        Duration lifespan = config.mail().resetLifespan();
        outbox.add(
                account,
                email,
                kind,
                letters.to(
                        account,
                        kind,
                        List.of(kind + ".text", kind + ".otherwise", "facts"),
                        letters.moment(account, now),
                        facts.ip(),
                        letters.device(account, facts.userAgent()),
                        link,
                        facts.requestId(),
                        letters.moment(account, now.plus(lifespan))),
                lifespan);
        audit.note(
                new PasswordResetRequested(
                        account.id(), true, kind.equals(WITH_LINK) ? "link mailed" : "kept elsewhere"),
                facts);
    }

    private void note(Account account, String why, RequestFacts facts) {
        audit.note(new PasswordResetRequested(account.id(), false, why), facts);
    }
}
