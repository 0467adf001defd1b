package org.ostiary.ejb.session;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.LoginSucceeded;
import org.ostiary.ejb.audit.AuditEvent.SessionEnded;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;

/** Begins and ends login sessions. */
@Stateless
public class SessionService {

    private static final String LOGOUT_FORM = "logout";

    @Inject
    LoginSessions sessions;

    @Inject
    SessionReader reader;

    @Inject
    FormTokens formTokens;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Begins a session for a person who just proved who they are. A live session of the same account goes on under the new
     * handle; one of another account ends.
     *
     * @return the new handle, for the cookie
     */
    public String begin(String accountId, Set<String> amr, String clientId, Visitor visitor) {
        Instant now = clock.instant();
        String handle = random.handle("");
        Optional<LoginSession> old = reader.live(visitor.sessionCookie()).map(SessionStanding::session);
        if (old.isPresent() && old.get().accountId().equals(accountId)) {
            old.get()
                    .reauthenticate(
                            hashes.hash(handle), amr, now, config.session().absolute());
        } else {
            Optional.ofNullable(visitor.sessionCookie()).ifPresent(cookie -> sessions.end(hashes.hash(cookie), now));
            sessions.add(new LoginSession(
                    hashes.hash(handle), accountId, amr, now, config.session().absolute()));
        }
        audit.note(new LoginSucceeded(accountId, clientId), visitor.facts());
        return handle;
    }

    /**
     * Adds to a session what its person proved just now. The session goes on under a new handle, and the old one is dead.
     *
     * @param amr the methods used now (RFC 8176, section 2)
     * @return the new handle, for the cookie; empty when the session is over or another account's
     */
    public Optional<String> elevate(String accountId, List<String> amr, Visitor visitor) {
        return reader.live(visitor.sessionCookie())
                .map(SessionStanding::session)
                .filter(session -> session.accountId().equals(accountId))
                .map(session -> {
                    String handle = random.handle("");
                    session.elevate(hashes.hash(handle), amr, clock.instant());
                    return handle;
                });
    }

    /** The name of the person logged in with this cookie. */
    @TransactionAttribute(SUPPORTS)
    public Optional<String> accountName(@Nullable String sessionCookie) {
        return reader.live(sessionCookie).map(standing -> standing.account().username());
    }

    /** A token for the logout form of this session. */
    @TransactionAttribute(SUPPORTS)
    public String formToken(String sessionCookie) {
        return formTokens.issue(LOGOUT_FORM, sessionCookie);
    }

    /**
     * Logs out. Whatever hangs on the session stops working at once.
     *
     * @return false when the form token is not one of this session, was used, or is too old; nothing happened then
     */
    public boolean end(String sessionCookie, String formToken, RequestFacts facts) {
        if (!formTokens.use(LOGOUT_FORM, sessionCookie, formToken)) {
            return false;
        }
        Optional<SessionStanding> standing = reader.live(sessionCookie);
        if (sessions.end(hashes.hash(sessionCookie), clock.instant())) {
            standing.ifPresent(
                    ended -> audit.note(new SessionEnded(ended.account().id()), facts));
        }
        return true;
    }
}
