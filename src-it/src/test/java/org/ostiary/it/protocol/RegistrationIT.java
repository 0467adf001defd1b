package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.security.OwnServers;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Accounts that people make themselves, and staying logged in, where the operator allows both. */
class RegistrationIT {

    private static final String PASSWORD = "four words are enough";

    private final OstiaryServer server = OwnServers.belowAPath();
    private final Journey journey = new Journey(server);

    @Test
    @DisplayName("S25: prompt=create makes an account that can log in afterwards")
    void registers() {
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("prompt", "create");
        Answer page = open(request);
        assertThat(page.body()).contains("register-submit", "register-sign-in");
        Answer refused = send(page, "alice");
        assertThat(refused.body()).contains("register-error", "aria-invalid=\"true\"");
        Answer done = send(refused, "zoe");
        assertThat(journey.arrived(done).code()).isNotEmpty();

        Journey later = new Journey(server);
        Answer login = later.open(address(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT)));
        assertThat(later.arrived(later.logIn(login, "zoe", PASSWORD)).code()).isNotEmpty();
    }

    @Test
    @DisplayName("S25: who has an account logs in instead")
    void logsInInstead() {
        Answer page =
                open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("prompt", "create"));
        HtmlForm form = page.form();
        Answer login = journey.follow(
                journey.browser().post(form.action(), form.parameters().with("decision", "sign-in")));
        assertThat(Journey.isLogin(login)).isTrue();
        Answer done = journey.logIn(login, "bob", TestAccounts.BOB.password());
        assertThat(journey.arrived(done).code()).isNotEmpty();
    }

    @Test
    @DisplayName("Only who ticks the box has a cookie that outlives the browser")
    void remembersOnRequest() {
        Answer page = open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT));
        HtmlForm form = page.form().fill("username", "alice").fill("password", TestAccounts.ALICE.password());
        Answer ticked =
                journey.browser().post(form.action(), form.press("login-submit").with("remember", "on"));
        assertThat(ticked.headerValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("ostiary-session=") && cookie.contains("; Max-Age=2592000"));
        Journey other = new Journey(server);
        Answer again = other.open(address(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT)));
        HtmlForm unticked = again.form().fill("username", "alice").fill("password", TestAccounts.ALICE.password());
        assertThat(other.browser()
                        .post(unticked.action(), unticked.press("login-submit").without("remember"))
                        .headerValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("ostiary-session="))
                .noneMatch(cookie -> cookie.startsWith("ostiary-session=") && cookie.contains("Max-Age"));
    }

    private Answer open(AuthorizationRequest request) {
        return journey.open(address(request));
    }

    private URI address(AuthorizationRequest request) {
        return URI.create(server.issuer() + "/api/oidc/authorization?"
                + request.parameters().encoded());
    }

    private Answer send(Answer page, String username) {
        HtmlForm form = page.form()
                .fill("register-username", username)
                .fill("register-name", "Zoë Z.")
                .fill("register-email", "zoe@example.org")
                .fill("register-password", PASSWORD);
        return journey.follow(journey.browser().post(form.action(), form.press("register-submit")));
    }
}
