package org.ostiary.ejb.admin.people;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;

/** Where people are logged in, and ending that. */
@Stateless
public class AdminSessionService {

    @Inject
    LoginSessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    SessionEnding ending;

    @Inject
    SessionsByJob all;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The live sessions of an account. */
    @TransactionAttribute(SUPPORTS)
    public SessionList of(String accountId) {
        requireAccount(accountId);
        Instant now = clock.instant();
        return new SessionList(sessions.ofAccount(accountId, now).stream()
                .filter(session -> session.alive(now, config.session().idle()))
                .map(SessionView::of)
                .toList());
    }

    /** One session, ended or not. */
    @TransactionAttribute(SUPPORTS)
    public SessionView show(String id) {
        return SessionView.of(require(id));
    }

    /** Ends a session, with what hangs on it; its clients are told. Ended already is ended. */
    public SessionsResult end(Administrator administrator, String id) {
        LoginSession session = require(id);
        int ended = ending.end(session, EndReason.ADMINISTRATOR) ? 1 : 0;
        audit.note(
                administrator.did(session.accountId(), null, "session " + id + ", ended: " + ended),
                administrator.facts());
        return new SessionsResult(ended, null);
    }

    /** Ends all sessions of an account; a job does it where they are very many. */
    public SessionsResult endAll(Administrator administrator, String accountId) {
        requireAccount(accountId);
        SessionsByJob.Ended ended = all.endAll(administrator, accountId);
        audit.note(administrator.did(accountId, null, ended.words()), administrator.facts());
        return new SessionsResult(ended.ended(), ended.job());
    }

    private LoginSession require(String id) {
        return sessions.find(id).orElseThrow(() -> AdminRefusal.unknown("session"));
    }

    private void requireAccount(String id) {
        if (accounts.find(id).isEmpty()) {
            throw AdminRefusal.unknown("account");
        }
    }
}
