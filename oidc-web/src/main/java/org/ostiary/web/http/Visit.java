package org.ostiary.web.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.session.SessionCookie;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;

/** The request in hand: who sends it, and the cookies and policy of its answer. */
@RequestScoped
public class Visit {

    private static final String ID = Visit.class.getName() + ".id";
    private static final String RESPONSE = Visit.class.getName() + ".response";
    private static final String SESSION = "ostiary-session";
    private static final String BROWSER = "ostiary-browser";
    private static final String DEVICE = "ostiary-device";
    private static final String STATE = "ostiary-state";
    private static final String TRIAL = "ostiary-trial";
    private static final String ADMINISTRATION = "ostiary-administration";
    private static final String ADMINISTRATION_ATTEMPT = "ostiary-administration-attempt";
    private static final long TEN_MINUTES = 600;
    private static final long FOUR_HUNDRED_DAYS = 400 * 24 * 3600L;

    private @Nullable String pendingState;

    @Inject
    HttpServletRequest request;

    @Inject
    ProviderConfig config;

    @Inject
    Proxies proxies;

    /** Gives the request its id, unless it has one: an error page is a second dispatch of the same request. */
    static void begin(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(RESPONSE, response);
        if (request.getAttribute(ID) == null) {
            request.setAttribute(ID, UUID.randomUUID().toString());
        }
    }

    static String idOf(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getAttribute(ID), "-").toString();
    }

    /** Whether the request is for this path, or for one below it; {@code fromRoot} begins with a slash. */
    public boolean below(String fromRoot) {
        String asked =
                request.getRequestURI().substring(request.getContextPath().length());
        return asked.startsWith(fromRoot) || asked.startsWith(path(fromRoot));
    }

    /** Where the request came from. */
    public RequestFacts facts() {
        String userAgent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new RequestFacts(idOf(request), proxies.callerOf(request), userAgent);
    }

    /** The browser, by its cookies. */
    public Visitor visitor() {
        return new Visitor(cookie(SESSION), cookie(BROWSER), cookie(DEVICE), cookie(STATE), facts());
    }

    /** The same, with the state that {@link #keepState} lets it have if it has none. */
    public Visitor visitorWithState() {
        Visitor visitor = visitor();
        if (visitor.stateCookie() != null) {
            return visitor;
        }
        pendingState = UUID.randomUUID().toString();
        return visitor.withStateCookie(pendingState);
    }

    /** Lets the browser keep the state that an answer to a client was made for. */
    public void keepState() {
        if (pendingState != null) {
            setState(pendingState);
        }
    }

    /**
     * Gives this browser a state. It says nothing about the person, scripts of ours in foreign frames read it, and it is never
     * deleted: where it is missing, the browser holds it back (OIDC Session Management 1.0, section 5.1).
     */
    private void setState(String state) {
        response()
                .addHeader(
                        "Set-Cookie",
                        stateCookieName() + "=" + state + "; Path=/; Secure; SameSite=None; Max-Age="
                                + FOUR_HUNDRED_DAYS);
    }

    /** The name of the cookie with the browser's state. */
    public String stateCookieName() {
        return fullName(STATE);
    }

    /** The cookie's value; null when it is missing, and when it is there twice, because one of them is not ours. */
    private @Nullable String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        List<String> values = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(fullName(name)))
                .map(Cookie::getValue)
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }

    /** Logs this browser in with the session's handle. */
    public void setSessionCookie(SessionCookie cookie) {
        Duration lifetime = cookie.lifetime();
        setCookie(SESSION, cookie.handle(), lifetime == null ? "" : "; Max-Age=" + lifetime.toSeconds());
        setState(UUID.randomUUID().toString());
    }

    /** Takes the session's handle from this browser. */
    public void clearSessionCookie() {
        setCookie(SESSION, "", "; Max-Age=0");
        setState(UUID.randomUUID().toString());
    }

    /** Gives this browser the handle that binds interactions to it, and by which an account's owner knows it again. */
    public void setBrowserCookie(String handle) {
        setCookie(BROWSER, handle, "; Max-Age=" + FOUR_HUNDRED_DAYS);
    }

    /** Lets this browser be known again that somebody logged in with it; for a long time, unlike the others. */
    public void setDeviceCookie(String value) {
        setCookie(DEVICE, value, "; Max-Age=" + LoggedIn.DEVICE_COOKIE_LIFETIME.toSeconds());
    }

    /** What the test application remembers until its answer comes; null when it remembers nothing. */
    public @Nullable String trial() {
        return cookie(TRIAL);
    }

    /** Lets the test application remember this for as long as a login may take. */
    public void keepTrial(String text) {
        setCookie(TRIAL, text, "; Max-Age=" + TEN_MINUTES);
    }

    /** Takes that away again. */
    public void forgetTrial() {
        setCookie(TRIAL, "", "; Max-Age=0");
    }

    /** What proves who works with the pages of the administration; null for nothing. */
    public @Nullable String administration() {
        return cookie(ADMINISTRATION);
    }

    /** Lets this browser prove it until it is closed. */
    public void keepAdministration(String text) {
        setCookie(ADMINISTRATION, text, "");
    }

    /** What those pages remember while somebody signs in for them; null for nothing. */
    public @Nullable String administrationAttempt() {
        return cookie(ADMINISTRATION_ATTEMPT);
    }

    /** Lets them remember it for as long as a login may take; null takes it away. */
    public void keepAdministrationAttempt(@Nullable String text) {
        setCookie(
                ADMINISTRATION_ATTEMPT,
                Objects.requireNonNullElse(text, ""),
                "; Max-Age=" + (text == null ? 0 : TEN_MINUTES));
    }

    private void setCookie(String name, String value, String end) {
        String secure = config.issuer().secure() ? "; Secure" : "";
        response()
                .addHeader(
                        "Set-Cookie", fullName(name) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + secure + end);
    }

    /** Browsers accept the prefix only on secure cookies of the whole host, so it proves who set them. */
    private String fullName(String name) {
        return config.issuer().secure() ? "__Host-" + name : name;
    }

    /** Lets the form of this page lead to another origin, through the redirects that follow it. */
    public void allowFormTarget(String origin) {
        response().setHeader(SecurityHeaders.POLICY, SecurityHeaders.policyWithFormTarget(origin));
    }

    /** The same, and lets the page have the one script of ours for security keys. */
    public void allowFormTargetAndScript(String origin) {
        response().setHeader(SecurityHeaders.POLICY, SecurityHeaders.policyWithScript(origin));
    }

    /** Lets a page whose form stays here have that script. */
    public void allowScript() {
        response().setHeader(SecurityHeaders.POLICY, SecurityHeaders.policyWithScript());
    }

    /**
     * Whether a form comes from a page of ours. Browsers that say so by Sec-Fetch-Site are believed; from others the Origin
     * must be ours if there is one. (Under our referrer policy newer browsers send the Origin {@code null}.)
     */
    public boolean sameOriginPost() {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals(config.issuer().origin());
    }

    /** The path of something of ours as the browser sees it; {@code fromRoot} begins with a slash. */
    public String path(String fromRoot) {
        return config.issuer().path() + fromRoot;
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Objects.requireNonNull(request.getAttribute(RESPONSE), "the edge filter ran");
    }
}
