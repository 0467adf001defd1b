package org.ostiary.ejb.account;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ostiary.ejb.audit.AuditEvent.OtherSessionEnded;
import org.ostiary.ejb.audit.AuditEvent.OtherSessionsEnded;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.LogoutLedger;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.ejb.ending.ToldApplication;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Device;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;

/** Where a person is logged in, and ending that elsewhere. Whatever hangs on an ended session stops working at once. */
@Stateless
public class OwnSessionsService {

    private static final String FORM = "account-sessions";

    @Inject
    SignedIn signedIn;

    @Inject
    LoginSessions sessions;

    @Inject
    SessionEnding ending;

    @Inject
    LogoutLedger ledger;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The person's live sessions, this one first, then the latest used. */
    @TransactionAttribute(SUPPORTS)
    public List<OwnSession> list(Visitor visitor) {
        SessionStanding standing = signedIn.require(visitor);
        Instant now = clock.instant();
        String current = standing.session().id();
        return sessions.ofAccount(standing.account().id(), now).stream()
                .filter(session -> session.alive(now, config.session().idle()))
                .map(session -> view(session, current))
                .sorted((one, other) -> Boolean.compare(other.current(), one.current()))
                .toList();
    }

    /** The applications that took part in sessions of the person that ended lately, and whether they know. */
    @TransactionAttribute(SUPPORTS)
    public List<ToldApplication> told(Visitor visitor) {
        return ledger.ofAccount(signedIn.require(visitor).account().id());
    }

    /** A token for the form of the list. */
    @TransactionAttribute(SUPPORTS)
    public String formToken(Visitor visitor) {
        return signedIn.formToken(FORM, visitor);
    }

    /** Ends another session of the person; this one ends by logging out. */
    public EndOutcome end(String sessionId, String formToken, Visitor visitor) {
        if (!signedIn.takes(FORM, formToken, visitor)) {
            return EndOutcome.STALE_FORM;
        }
        SessionStanding standing = signedIn.require(visitor);
        String accountId = standing.account().id();
        boolean ended = sessions.find(sessionId)
                .filter(session -> session.accountId().equals(accountId))
                .filter(session -> !session.id().equals(standing.session().id()))
                .filter(session -> ending.end(session, EndReason.ENDED_ELSEWHERE))
                .isPresent();
        if (!ended) {
            return EndOutcome.UNKNOWN;
        }
        audit.note(new OtherSessionEnded(accountId, "session " + sessionId), visitor.facts());
        return EndOutcome.ENDED;
    }

    /** Ends all sessions of the person but this one. */
    public EndOutcome endOthers(String formToken, Visitor visitor) {
        if (!signedIn.takes(FORM, formToken, visitor)) {
            return EndOutcome.STALE_FORM;
        }
        SessionStanding standing = signedIn.require(visitor);
        String accountId = standing.account().id();
        int ended = ending.endOthers(accountId, standing.session().id(), EndReason.ENDED_ELSEWHERE);
        audit.note(new OtherSessionsEnded(accountId, ended + " ended"), visitor.facts());
        return EndOutcome.ENDED;
    }

    private static OwnSession view(LoginSession session, String current) {
        return new OwnSession(
                session.id(),
                Device.of(session.userAgent()),
                session.ip(),
                session.createdAt(),
                session.lastSeenAt(),
                session.id().equals(current));
    }
}
