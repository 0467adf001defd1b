package org.ostiary.ejb.reset;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ostiary.ejb.audit.AuditEvent.PasswordReset;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.reset.ResetLink;
import org.ostiary.persistence.reset.ResetLinks;

/** The links that lead to a new password: whose they are, and what using one changes, in one transaction. */
@Stateless
public class ResetLinkService {

    private static final String REASON = "password reset";
    private static final String NO_SESSION = "";

    @Inject
    ResetLinks links;

    @Inject
    Accounts accounts;

    @Inject
    SessionEnding ending;

    @Inject
    Grants grants;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The username of the link's account; empty when the link does not work. */
    @TransactionAttribute(SUPPORTS)
    public Optional<String> username(String token) {
        return links.find(hashes.hash(token))
                .filter(link -> link.usable(clock.instant()))
                .flatMap(this::account)
                .map(Account::username);
    }

    /**
     * Uses a link up and sets the password that the digest is of. Whatever the old password opened ends: all sessions, all that
     * was granted, and every other link.
     *
     * @return false when the link does not work; nothing was changed then
     */
    public boolean use(String token, String digest, RequestFacts facts) {
        Instant now = clock.instant();
        String hash = hashes.hash(token);
        if (!links.use(hash, now)) {
            return false;
        }
        Optional<Account> found = links.find(hash).flatMap(this::account);
        if (found.isEmpty()) {
            return false;
        }
        Account account = found.get();
        account.changePassword(digest, now);
        links.endAll(account.id(), now);
        ending.endOthers(account.id(), NO_SESSION, EndReason.PASSWORD_CHANGED);
        grants.revokeOthers(account.id(), NO_SESSION, REASON, now);
        audit.note(new PasswordReset(account.id()), facts);
        return true;
    }

    private Optional<Account> account(ResetLink link) {
        return accounts.find(link.accountId()).filter(ResetMail::resettable);
    }
}
