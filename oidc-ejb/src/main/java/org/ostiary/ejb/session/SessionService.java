package org.ostiary.ejb.session;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.AccountChosen;
import org.ostiary.ejb.audit.AuditEvent.LoginSucceeded;
import org.ostiary.ejb.audit.AuditEvent.NewBrowserSeen;
import org.ostiary.ejb.audit.AuditEvent.SessionEnded;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.ejb.interaction.FormTokens;
import org.ostiary.ejb.interaction.OpenInteraction;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.interaction.Interactions;
import org.ostiary.persistence.session.KnownBrowsers;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;

/** Begins and ends login sessions. */
@Stateless
public class SessionService {

    /** The accounts that one browser may be logged in with; the one used longest ago goes when one more comes. */
    public static final int MOST_ACCOUNTS = 5;

    private static final String LOGOUT_FORM = "logout";

    @Inject
    LoginSessions sessions;

    @Inject
    KnownBrowsers browsers;

    @Inject
    SessionEnding ending;

    @Inject
    SessionReader reader;

    @Inject
    Interactions interactions;

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
     * Begins a session for a person who just proved who they are. A live session of the same account in this browser goes on;
     * those of other accounts stay as they are, put aside. The interaction goes on with this account.
     *
     * @return the new handle; the one that the browser had is dead
     */
    public SessionCookie begin(NewLogin login, Visitor visitor) {
        Instant now = clock.instant();
        BrowserSessions browser = reader.of(visitor.sessionCookie());
        LoginSession session = browser.first(standing -> standing.account().id().equals(login.accountId()))
                .map(SessionStanding::session)
                .orElseGet(() -> added(login, browser, now));
        String handle = random.handle("");
        session.reauthenticate(
                hashes.hash(handle), login.amr(), now, config.session().absolute());
        if (login.remember() && config.session().remembers()) {
            session.remember(now.plus(config.session().remembered()));
        } else {
            session.forget(now.plus(config.session().absolute()));
        }
        session.comesFrom(visitor.facts().ip(), visitor.facts().userAgent());
        noteBrowser(login.accountId(), visitor, now);
        audit.note(new LoginSucceeded(login.accountId(), login.open().client().clientId()), visitor.facts());
        return use(session, handle, browser, login.open(), now);
    }

    private LoginSession added(NewLogin login, BrowserSessions browser, Instant now) {
        LoginSession added = new LoginSession(
                unknownHash(),
                login.accountId(),
                login.amr(),
                now,
                config.session().absolute());
        browser.first(any -> true).ifPresent(other -> added.joinBrowserOf(other.session()));
        sessions.add(added);
        browser.all().stream()
                .skip(MOST_ACCOUNTS - 1L)
                .forEach(oldest -> ending.end(oldest.session(), EndReason.REMOVED));
        return added;
    }

    /**
     * Goes on with another account of this browser.
     *
     * @param sessionId of that account; empty for one that is not logged in yet
     * @return the new handle; empty when none changed, because there is no such session
     */
    public Optional<SessionCookie> choose(OpenInteraction open, String sessionId, Visitor visitor) {
        Instant now = clock.instant();
        BrowserSessions browser = reader.of(visitor.sessionCookie());
        Optional<LoginSession> chosen = browser.find(sessionId).map(SessionStanding::session);
        if (chosen.isEmpty()) {
            interactions.choose(hashes.hash(open.handle()), null, now);
            return Optional.empty();
        }
        String handle = random.handle("");
        chosen.get().takeUp(hashes.hash(handle), now);
        audit.note(new AccountChosen(chosen.get().accountId(), open.client().clientId()), visitor.facts());
        return Optional.of(use(chosen.get(), handle, browser, open, now));
    }

    /** Notes that the person goes on with no account at all. */
    public void cancel(OpenInteraction open) {
        interactions.deny(hashes.hash(open.handle()), clock.instant());
    }

    private SessionCookie use(
            LoginSession session, String handle, BrowserSessions browser, OpenInteraction open, Instant now) {
        interactions.choose(hashes.hash(open.handle()), session.id(), now);
        return putOthersAside(session, handle, browser, now);
    }

    /** Whoever has a handle of another session of this browser can do nothing with it any more. */
    private SessionCookie putOthersAside(LoginSession session, String handle, BrowserSessions browser, Instant now) {
        List<LoginSession> others = browser.all().stream()
                .map(SessionStanding::session)
                .filter(other -> !other.id().equals(session.id()))
                .toList();
        others.forEach(other -> other.putAside(unknownHash()));
        browser.over().forEach(over -> ending.end(over.session(), EndReason.IDLE));
        return new SessionCookie(
                handle,
                Stream.concat(Stream.of(session), others.stream())
                        .filter(LoginSession::remembered)
                        .map(each -> Duration.between(now, each.expiresAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private String unknownHash() {
        return hashes.hash(random.handle(""));
    }

    /**
     * Adds to a session of this browser what its person proved just now. It is the one in use from now on, under a new handle.
     *
     * @param amr the methods used now (RFC 8176, section 2)
     * @return the new handle, for the cookie; empty when the account has no live session here
     */
    public Optional<SessionCookie> elevate(String accountId, List<String> amr, Visitor visitor) {
        Instant now = clock.instant();
        BrowserSessions browser = reader.of(visitor.sessionCookie());
        return browser.first(standing -> standing.account().id().equals(accountId))
                .map(SessionStanding::session)
                .map(session -> {
                    String handle = random.handle("");
                    session.elevate(hashes.hash(handle), amr, now);
                    return putOthersAside(session, handle, browser, now);
                });
    }

    /** A browser that the account was never seen with is told to its owner; the very first one is no news. */
    private void noteBrowser(String accountId, Visitor visitor, Instant now) {
        String browser = visitor.browserCookie();
        if (browser == null || browsers.seen(accountId, hashes.hash(browser), now)) {
            return;
        }
        if (browsers.any(accountId)) {
            audit.note(new NewBrowserSeen(accountId), visitor.facts());
        }
        browsers.add(accountId, hashes.hash(browser), now);
    }

    /**
     * A token for the logout form of this browser.
     *
     * @param only the id of the session that the form is about; empty for all of this browser
     */
    @TransactionAttribute(SUPPORTS)
    public String formToken(String sessionCookie, String only) {
        return formTokens.issue(LOGOUT_FORM, binding(sessionCookie, only));
    }

    /** False when the token is not of that form, was used, or is too old. */
    public boolean useFormToken(String sessionCookie, String only, String formToken) {
        return formTokens.use(LOGOUT_FORM, binding(sessionCookie, only), formToken);
    }

    private static String binding(String sessionCookie, String only) {
        return sessionCookie + "\n" + only;
    }

    /**
     * Logs out with all accounts of this browser. Whatever hangs on their sessions stops working at once.
     *
     * @param signOut the hash of the handle of the request to sign out, whose outcome the person will see; null for none
     */
    public void endAll(String sessionCookie, @Nullable String signOut, RequestFacts facts) {
        reader.of(sessionCookie).all().stream()
                .limit(1)
                .forEach(any -> sessions.unendedOfBrowser(any.session().browserId())
                        .forEach(session -> end(session, signOut, facts)));
    }

    /**
     * Ends one of the sessions that this browser holds; those of other accounts stay.
     *
     * @param signOut the hash of the handle of the request to sign out
     * @return the new handle of the session in use from now on; empty when none is left
     */
    public Optional<SessionCookie> endOne(
            @Nullable String sessionCookie, String sessionId, String signOut, RequestFacts facts) {
        BrowserSessions browser = reader.of(sessionCookie);
        browser.find(sessionId).ifPresent(found -> end(found.session(), signOut, facts));
        List<SessionStanding> left = browser.all().stream()
                .filter(standing -> !standing.session().id().equals(sessionId))
                .toList();
        Instant now = clock.instant();
        return browser.inUse()
                .filter(left::contains)
                .or(() -> left.stream().findFirst())
                .map(SessionStanding::session)
                .map(next -> {
                    String handle = random.handle("");
                    next.takeUp(hashes.hash(handle), now);
                    return putOthersAside(next, handle, new BrowserSessions("", left, browser.over()), now);
                });
    }

    private void end(LoginSession session, @Nullable String signOut, RequestFacts facts) {
        if (ending.end(session, EndReason.SIGNED_OUT, signOut)) {
            audit.note(new SessionEnded(session.accountId()), facts);
        }
    }
}
