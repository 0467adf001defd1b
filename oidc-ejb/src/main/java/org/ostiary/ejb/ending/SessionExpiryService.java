package org.ostiary.ejb.ending;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ostiary.ejb.audit.AuditEvent.SessionExpired;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;

/**
 * Ends sessions whose time is over, so that clients are told. That they count for nothing is judged at use, before that.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionExpiryService {

    /** The sessions of one batch. */
    public static final int BATCH = 100;

    @Inject
    LoginSessions sessions;

    @Inject
    SessionEnding ending;

    @Inject
    ProviderConfig config;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Ends one batch; answers how many sessions it looked at. */
    public int endOverdue() {
        Instant now = clock.instant();
        List<LoginSession> overdue =
                sessions.overdue(now, now.minus(config.session().idle()), BATCH);
        for (LoginSession session : overdue) {
            ending.expire(session).ifPresent(reason -> note(session, reason));
        }
        return overdue.size();
    }

    private void note(LoginSession session, EndReason reason) {
        audit.note(new SessionExpired(session.accountId(), reason.text()), RequestFacts.ofServer(random.uuid()));
    }
}
