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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** How many others a page shows. */
    static final int PAGE = 20;

    private static final String FORM = "account-sessions";
    private static final Pattern KEY = Pattern.compile("([0-9]{1,15})\\.([0-9a-f-]{36})");

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

    /**
     * A page of the person's live sessions: this one at the top of the first, then the others, the latest used first. Pages are
     * named by the last session of the one before, so that what happens meanwhile moves nothing.
     *
     * @param after the name of the page; anything else is the first page
     */
    @TransactionAttribute(SUPPORTS)
    public OwnSessionsView list(@Nullable String after, Visitor visitor) {
        SessionStanding standing = signedIn.require(visitor);
        Instant now = clock.instant();
        LoginSession current = standing.session();
        Matcher key = KEY.matcher(after == null ? "" : after);
        boolean first = !key.matches();
        Instant before = first ? now.plusSeconds(1) : Instant.ofEpochMilli(Long.parseLong(key.group(1)));
        List<LoginSession> found = sessions.ofAccountBut(
                standing.account().id(), current.id(), now, before, first ? "" : key.group(2), PAGE + 1);
        List<LoginSession> others = found.subList(0, Math.min(PAGE, found.size()));
        return new OwnSessionsView(
                Stream.concat(first ? Stream.of(current) : Stream.empty(), others.stream())
                        .filter(session -> session.alive(now, config.session().idle()))
                        .map(session -> view(session, current.id()))
                        .toList(),
                found.size() > PAGE ? name(others.get(PAGE - 1)) : null);
    }

    private static String name(LoginSession last) {
        return last.lastSeenAt().toEpochMilli() + "." + last.id();
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
