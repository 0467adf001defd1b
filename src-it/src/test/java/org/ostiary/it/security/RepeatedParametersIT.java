package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertShown;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A name that is sent twice refuses the request: neither the first nor the last wins (RFC 6749, sections 3.1 and 3.2). */
@OnEveryServer
class RepeatedParametersIT {
    private final OstiaryServer server;

    RepeatedParametersIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("W05: at the authorization endpoint, for each parameter, by GET and by POST")
    void refusesThemAtTheAuthorizationEndpoint() {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("prompt", "login")
                .with("max_age", "10")
                .with("response_mode", "query")
                .with("display", "page")
                .with("claims", "{}");
        assertThat(get(request.parameters().encoded()).status()).isEqualTo(303);
        for (String name : request.parameters().names()) {
            String value = request.value(name);
            for (String twice : List.of(
                    request.adding(name, value).parameters().encoded(),
                    request.adding(name, "other").parameters().encoded(),
                    request.adding(name, "").parameters().encoded(),
                    request.parameters().encoded() + "&" + percentEncoded(name) + "=other")) {
                assertShown(get(twice));
                assertShown(post("/api/oidc/authorization", twice));
            }
            String elsewhere = "/api/oidc/authorization?"
                    + Parameters.none().with(name, value).encoded();
            assertShown(post(elsewhere, request.parameters().encoded()));
            assertShown(post(elsewhere, request.without(name).parameters().encoded()));
        }
    }

    @Test
    @DisplayName("W05: at the token endpoint, for each parameter, in the body and in the address")
    void refusesThemAtTheTokenEndpoint() {
        RelyingParty application = new RelyingParty(server, TestClients.CONF_POST);
        AuthorizationRequest request = application.validRequest();
        String code = new Journey(server).authorize(request, TestAccounts.ALICE).code();
        TokenRequest valid = application.redemption(request, code);
        for (String name : valid.parameters().names()) {
            String value = valid.parameters().require(name);
            assertTokenError(valid.adding(name, value).send(), "invalid_request");
            assertTokenError(valid.adding(name, "other").send(), "invalid_request");
            assertTokenError(valid.adding(name, "").send(), "invalid_request");
            String encoded = valid.parameters().encoded();
            assertTokenError(post("/api/oidc/token", encoded + "&" + percentEncoded(name) + "=x"), "invalid_request");
            assertTokenError(post("/api/oidc/token?" + name + "=x", encoded), "invalid_request");
        }
        assertThat(valid.send().status()).as("the code was never spent").isEqualTo(200);
    }

    @Test
    @DisplayName("W05: other names, also those that look like arrays, are unknown and ignored")
    void ignoresUnknownNames() {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("redirect_uri[]", "https://evil.test/cb")
                .with("redirect_uri.0", "https://evil.test/cb")
                .with("Redirect_Uri", "https://evil.test/cb")
                .with("x-unknown", "\"><script>");
        Answer answer = get(request.parameters().encoded());
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location().getPath()).isEqualTo("/login.xhtml");
        assertShown(get(request.without("redirect_uri").parameters().encoded()));
    }

    @Test
    @DisplayName("W05: on a page, by query and by form")
    void refusesThemOnPages() {
        assertShown(new UserAgent().get(server.endpoint("/login.xhtml?interaction=a&interaction=b")));
        assertShown(new UserAgent().get(server.endpoint("/login.xhtml?interaction=a&inter%61ction=b")));
        assertShown(post("/login.xhtml", "interaction=a&interaction=a"));
        assertShown(new UserAgent().get(server.endpoint("/api/oidc/authorization/resume?interaction=a&interaction=b")));
    }

    @Test
    @DisplayName("W05, RFC 6750 2: two Authorization headers, or a token sent in two ways, at userinfo and token")
    void refusesTwoAuthorizations() {
        HttpRequest.Builder twice = HttpRequest.newBuilder(server.endpoint("/api/oidc/userinfo"))
                .header("Authorization", "Bearer a")
                .header("Authorization", "Bearer a");
        assertThat(new UserAgent().send(twice).status()).isEqualTo(400);
        HttpRequest.Builder basic = HttpRequest.newBuilder(server.endpoint("/api/oidc/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", TokenRequest.basic("conf-basic", "x"))
                .header("Authorization", TokenRequest.basic("conf-basic", "y"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&code=x"));
        assertTokenError(new UserAgent().send(basic), "invalid_request");
    }

    private Answer get(String query) {
        return new UserAgent().get(server.endpoint("/api/oidc/authorization?" + query));
    }

    private Answer post(String target, String body) {
        return new UserAgent()
                .send(HttpRequest.newBuilder(URI.create(server.address() + target))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The first character as a percent-encoding: the same name in another spelling. */
    private static String percentEncoded(String name) {
        return "%%%02X%s".formatted((int) name.charAt(0), name.substring(1));
    }
}
