package org.ostiary.ejb.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.ostiary.ejb.audit.AuditEvent.PasswordChanged;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.reset.ResetLinks;

/** Writes down a new password and ends what the old one may have opened, in one transaction. */
@Stateless
public class NewPasswordService {

    private static final String REASON = "password changed";

    @Inject
    Accounts accounts;

    @Inject
    SessionEnding ending;

    @Inject
    Grants grants;

    @Inject
    ResetLinks links;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Sets the password that the digest is of.
     *
     * @param kept the session that goes on, with what was granted in it
     */
    public void set(String accountId, String digest, String kept, RequestFacts facts) {
        Instant now = clock.instant();
        Account account = accounts.find(accountId).orElseThrow();
        account.changePassword(digest, now);
        links.endAll(accountId, now);
        audit.note(new PasswordChanged(accountId), facts);
        if (config.session().endedByPasswordChange()) {
            ending.endOthers(accountId, kept, EndReason.PASSWORD_CHANGED);
            grants.revokeOthers(accountId, kept, REASON, now);
        }
    }
}
