package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** People see what their applications have, change it, and take it away (S35; ASVS 10.7.3). */
@OnEveryServer
class AccountApplicationsIT {
    private static final String PAGE = "/account/applications";

    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    AccountApplicationsIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.SCOPE_GRANTS);
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName(
            "S35: what was left out and is allowed on the account page comes with the next refresh, and what is denied is gone")
    void changesOneScope() {
        Tokens tokens = tokensWithoutEmail();
        assertThat(page().body()).contains("Test client scope-grants", "Not allowed since", "Last used");
        assertThat(send("save", "scope-grants", Map.of("shown-email", "yes", "allow-email", "yes"))
                        .status())
                .isEqualTo(303);
        Tokens more = application.refresh(tokens.member("refresh_token")).tokens();
        assertThat(more.member("scope")).contains("email");
        assertThat(application.userinfo(more.accessToken()).json()).containsKey("email");

        assertThat(send("save", "scope-grants", Map.of("shown-email", "yes")).status())
                .isEqualTo(303);
        assertThat(application.userinfo(more.accessToken()).json()).doesNotContainKey("email");
        Tokens less = application.refresh(more.member("refresh_token")).tokens();
        assertThat(less.member("scope")).doesNotContain("email");
    }

    @Test
    @DisplayName("G09: a revoked application has nothing that works, at once, and its next request asks")
    void revokes() {
        Tokens tokens = tokensWithoutEmail();
        assertThat(send("revoke", "scope-grants", Map.of()).status()).isEqualTo(303);
        assertThat(application.userinfo(tokens.accessToken()).status()).isEqualTo(401);
        assertThat(application.refresh(tokens.member("refresh_token")).send().error())
                .isEqualTo("invalid_grant");
        assertThat(Journey.isConsent(journey.open(request()))).isTrue();
    }

    @Test
    @DisplayName("G15: what is not among the own applications is not found, and what is required is not taken alone")
    void touchesOwnDataOnly() {
        tokensWithoutEmail();
        assertThat(send("revoke", "api", Map.of()).status()).isEqualTo(404);
        assertThat(send("revoke", "no-such-client", Map.of()).status()).isEqualTo(404);
        assertThat(send("save", "scope-grants", Map.of("shown-address", "yes", "allow-address", "yes"))
                        .status())
                .isEqualTo(404);
        assertThat(send("save", "scope-grants", Map.of("shown-profile", "yes")).status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "G02: without a form token of this session nothing is changed, and nobody sees the page without a login")
    void refusesForgedForms() {
        Tokens tokens = tokensWithoutEmail();
        Parameters forged = Parameters.none().with("client", "scope-grants").with("decision", "revoke");
        assertThat(post(forged).status()).isEqualTo(403);
        assertThat(post(forged.with("form-token", "x")).status()).isEqualTo(403);
        assertThat(application.userinfo(tokens.accessToken()).status()).isEqualTo(200);
        assertThat(Journey.isLogin(new Journey(server).open(server.endpoint(PAGE))))
                .isTrue();
    }

    private AuthorizationRequest request() {
        return application.validRequest().with("scope", "openid profile email");
    }

    private Tokens tokensWithoutEmail() {
        AuthorizationRequest request = request().with("prompt", "consent");
        Answer here = journey.open(request);
        if (Journey.isLogin(here)) {
            here = journey.logIn(here, "bob", TestAccounts.BOB.password());
        }
        String code = journey.arrived(journey.allowWithout(here, "email")).code();
        return application.redemption(request, code).tokens();
    }

    private Answer page() {
        Answer page = journey.open(server.endpoint(PAGE));
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        return page;
    }

    private Answer send(String decision, String client, Map<String, String> boxes) {
        Parameters form = Parameters.none()
                .with("form-token", page().form().parameters().require("form-token"))
                .with("client", client)
                .with("decision", decision);
        for (Map.Entry<String, String> box : boxes.entrySet()) {
            form = form.with(box.getKey(), box.getValue());
        }
        return post(form);
    }

    private Answer post(Parameters form) {
        return journey.browser().post(server.endpoint(PAGE), form);
    }
}
