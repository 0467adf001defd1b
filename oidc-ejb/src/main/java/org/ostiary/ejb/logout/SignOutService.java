package org.ostiary.ejb.logout;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.AccountHint;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.authorize.RedirectTarget;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.session.BrowserSessions;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.logout.SignOut;
import org.ostiary.persistence.logout.SignOutWish;
import org.ostiary.persistence.logout.SignOuts;
import org.ostiary.persistence.session.SessionStanding;

/** Takes requests to sign out, asks where nothing proves what is meant, and ends the sessions. */
@Stateless
public class SignOutService {

    @Inject
    EndSessionRules rules;

    @Inject
    SignOuts signOuts;

    @Inject
    SessionService sessions;

    @Inject
    SessionReader reader;

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Understands a request of a client. It is looked at by the GET that follows: what a foreign site posts comes without
     * the session's cookie.
     *
     * @return the handle of the request
     */
    public String begin(RequestParameters parameters) {
        return store(rules.read(parameters));
    }

    private String store(SignOutWish wish) {
        String handle = random.handle("");
        signOuts.add(new SignOut(
                hashes.hash(handle), wish, clock.instant(), config.lifespans().interaction()));
        return handle;
    }

    /**
     * What comes next for the person with this browser.
     *
     * @param handle of the request; one that is unknown or too old counts as none
     */
    @TransactionAttribute(SUPPORTS)
    public SignOutView view(@Nullable String handle, Visitor visitor) {
        SignOutWish wish = wish(handle);
        String cookie = visitor.sessionCookie();
        BrowserSessions browser = reader.of(cookie);
        String hinted = wish.hintedSession();
        if (hinted != null && browser.find(hinted).isPresent()) {
            return new SignOutView(SignOutView.Next.END, "", false, "", null);
        }
        Optional<SessionStanding> inUse = browser.inUse();
        if (cookie == null || inUse.isEmpty()) {
            return new SignOutView(SignOutView.Next.NOBODY, "", false, "", null);
        }
        Optional<SessionStanding> meant = meant(wish, browser);
        return new SignOutView(
                SignOutView.Next.ASK,
                meant.or(() -> inUse).orElseThrow().account().username(),
                meant.isPresent(),
                sessions.formToken(cookie, idOf(meant)),
                Optional.ofNullable(wish.redirectUri())
                        .map(RedirectTarget::of)
                        .map(RedirectTarget::origin)
                        .orElse(null));
    }

    /**
     * Ends the session that the client proved to mean.
     *
     * @param language that the person reads
     */
    public SignOutDone endProven(String handle, Language language, Visitor visitor) {
        SignOut signOut = find(handle).orElseThrow();
        signOut.end(language.tag(), clock.instant());
        String hinted = Objects.requireNonNull(signOut.wish().hintedSession(), "a proven request has a hint");
        return new SignOutDone(
                handle,
                sessions.endOne(visitor.sessionCookie(), hinted, signOut.handleHash(), visitor.facts())
                        .orElse(null));
    }

    /**
     * Ends all sessions of this browser, or the one that the page was about, as the person said.
     *
     * @param handle of a client's request; one that is unknown or too old counts as none
     * @param language that the person reads
     * @return empty when the form was not one of this session, was used, or is too old
     */
    public Optional<SignOutDone> end(@Nullable String handle, String formToken, Language language, Visitor visitor) {
        String cookie = visitor.sessionCookie();
        if (cookie == null) {
            return Optional.empty();
        }
        String known = find(handle).isPresent() && handle != null ? handle : store(SignOutWish.OWN);
        SignOut signOut = find(known).orElseThrow();
        String meant = idOf(meant(signOut.wish(), reader.of(cookie)));
        if (!sessions.useFormToken(cookie, meant, formToken)) {
            return Optional.empty();
        }
        signOut.end(language.tag(), clock.instant());
        if (meant.isEmpty()) {
            sessions.endAll(cookie, signOut.handleHash(), visitor.facts());
            return Optional.of(new SignOutDone(known, null));
        }
        return Optional.of(new SignOutDone(
                known,
                sessions.endOne(cookie, meant, signOut.handleHash(), visitor.facts())
                        .orElse(null)));
    }

    /** The session of this browser that the client's words mean, where there is another one that should stay. */
    private static Optional<SessionStanding> meant(SignOutWish wish, BrowserSessions browser) {
        String hint = wish.logoutHint();
        return hint == null || browser.all().size() < 2
                ? Optional.empty()
                : browser.first(standing ->
                        standing.session().id().equals(hint) || AccountHint.means(hint, standing.account()));
    }

    private static String idOf(Optional<SessionStanding> session) {
        return session.map(standing -> standing.session().id()).orElse("");
    }

    private SignOutWish wish(@Nullable String handle) {
        return find(handle).map(SignOut::wish).orElse(SignOutWish.OWN);
    }

    private Optional<SignOut> find(@Nullable String handle) {
        return Optional.ofNullable(handle)
                .flatMap(given -> signOuts.find(hashes.hash(given)))
                .filter(found -> !found.over(clock.instant()));
    }
}
