package org.ostiary.it.http;

import java.net.URI;
import java.util.Objects;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts.TestAccount;

/**
 * One person with one browser, walking from an application through the provider and back, without scripts.
 *
 * <p>{@link #authorize} does it all, also with a second factor, which it enrols when the person has none. The steps are there too, for tests that do something between them: {@link #open},
 * {@link #logIn}, {@link #allow}, {@link #deny}; each returns the page where the person then is, or the answer that
 * leads away from the provider ({@link #arrived}).
 */
public final class Journey {
    private static final int MOST_REDIRECTS = 10;

    private final OstiaryServer server;
    private final UserAgent browser;

    /** With a new browser. */
    public Journey(OstiaryServer server) {
        this(server, new UserAgent());
    }

    /** With this browser, which may know a session already. */
    public Journey(OstiaryServer server, UserAgent browser) {
        this.server = server;
        this.browser = browser;
    }

    /** The person's browser. */
    public UserAgent browser() {
        return browser;
    }

    /** Walks until the person is back at the application: logs in when asked, allows when asked. */
    public Callback authorize(AuthorizationRequest request, TestAccount account) {
        return authorize(request.on(server), account);
    }

    /** The same from an address that somebody else made. */
    public Callback authorize(URI address, TestAccount account) {
        Answer here = open(address);
        if (isLogin(here)) {
            here = logIn(here, account.username(), account.password());
        }
        if (isEnrolment(here)) {
            here = enrol(here, account);
        }
        if (isSecondFactor(here)) {
            here = prove(here, account);
        }
        if (isConsent(here)) {
            here = allow(here);
        }
        return arrived(here);
    }

    /** Opens the authorization endpoint and follows until a page of the provider, or away from it. */
    public Answer open(AuthorizationRequest request) {
        return open(request.on(server));
    }

    /** Opens an address of the provider and follows. */
    public Answer open(URI address) {
        return follow(browser.get(address));
    }

    /** Sends the request by POST and follows. */
    public Answer post(AuthorizationRequest request) {
        return follow(browser.post(server.endpoint("/api/oidc/authorization"), request.parameters()));
    }

    /** Fills in the login page, sends it and follows. */
    public Answer logIn(Answer page, String username, String password) {
        HtmlForm form = page.form().fill("username", username).fill("password", password);
        return follow(browser.post(form.action(), form.press("login-submit")));
    }

    /** Adds the offered key to the person's authenticator app, confirms it, keeps the recovery codes and follows. */
    public Answer enrol(Answer page, TestAccount account) {
        Authenticator app = Authenticator.added(server, account, page.textOf("totp-key"));
        HtmlForm form = page.form().fill("code", app.freshCode());
        Answer codes = browser.post(form.action(), form.press("enrolment-submit"));
        app.keep(codes.textsOf("recovery-codes", "code"));
        return follow(browser.get(codes.uri().resolve(codes.linkOf("recovery-continue"))));
    }

    /** Types the next code of the person's authenticator app and follows. */
    public Answer prove(Answer page, TestAccount account) {
        return prove(page, Authenticator.of(server, account).freshCode());
    }

    /** Types a recovery code of the person and follows: quicker than an app that showed a code just now. */
    public Answer recover(Answer page, TestAccount account) {
        return recover(page, Authenticator.of(server, account).recoveryCode());
    }

    /** Types a recovery code into the page that asks for a second factor and follows. */
    public Answer recover(Answer page, String code) {
        HtmlForm form = page.form();
        return follow(
                browser.post(form.action(), form.parameters().without("code").with("recovery-code", code)));
    }

    /** Types a code into the page that asks for a second factor and follows. */
    public Answer prove(Answer page, String code) {
        HtmlForm form = page.form().fill("code", code);
        return follow(browser.post(form.action(), form.press("factor-submit")));
    }

    /** Allows on the consent page and follows. */
    public Answer allow(Answer page) {
        return follow(browser.post(page.form().action(), page.form().press("consent-allow")));
    }

    /** Allows on the consent page, but unticks the boxes of these items, and follows. */
    public Answer allowWithout(Answer page, String... items) {
        HtmlForm form = page.form();
        for (String item : items) {
            form = form.untick("allow-" + item);
        }
        return follow(browser.post(form.action(), form.press("consent-allow")));
    }

    /** Denies on the consent page and follows. */
    public Answer deny(Answer page) {
        return follow(browser.post(page.form().action(), page.form().press("consent-deny")));
    }

    /** Follows redirects as long as they stay at the provider. */
    public Answer follow(Answer first) {
        Answer answer = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            if (!answer.redirects() || !isAtProvider(answer.location())) {
                return answer;
            }
            answer = browser.get(answer.location());
        }
        throw new AssertionError("Redirected more than " + MOST_REDIRECTS + " times, last " + answer);
    }

    /** Reads the authorization response from a redirect, or from a form_post page; fails when it is neither. */
    public Callback arrived(Answer answer) {
        if (answer.redirects() && !isAtProvider(answer.location())) {
            return new Callback(answer.location(), answer.redirectParameters(), answer);
        }
        if (answer.status() == 200 && answer.body().contains("<form")) {
            HtmlForm form = answer.form();
            if (!isAtProvider(form.action())) {
                return new Callback(form.action(), form.parameters(), answer);
            }
        }
        throw new AssertionError("Not on the way back to the application: " + answer);
    }

    /** Whether this is the login page. */
    public static boolean isLogin(Answer page) {
        return page.status() == 200 && page.hasElement("login-submit");
    }

    /** Whether this is the page that asks for a second factor. */
    public static boolean isSecondFactor(Answer page) {
        return page.hasElement("factor-form");
    }

    /** Whether this is the page that enrols a second factor. */
    public static boolean isEnrolment(Answer page) {
        return page.hasElement("enrolment-form");
    }

    /** Whether this is the consent page. */
    public static boolean isConsent(Answer page) {
        return page.status() == 200 && page.hasElement("consent-allow");
    }

    private boolean isAtProvider(URI address) {
        URI own = server.address();
        return Objects.equals(own.getHost(), address.getHost()) && own.getPort() == address.getPort();
    }
}
