package org.ostiary.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** The main job on every server: each kind of client logs a person in. */
@OnEveryServer
class MainJobIT {
    private static final List<String> ENDPOINTS =
            List.of("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri");

    private final OstiaryServer server;

    MainJobIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("OIDC Discovery 1.0, 4; RFC 8414, 3: both documents name this issuer and addresses that answer")
    void publishesItsMetadata() {
        UserAgent agent = new UserAgent();
        for (String path : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            Answer answer = agent.get(server.endpoint(path));
            assertThat(answer.status()).isEqualTo(200);
            Map<String, Object> document = answer.json();
            assertThat(document).containsEntry("issuer", server.issuer().toString());
            for (String endpoint : ENDPOINTS) {
                String address = String.valueOf(document.get(endpoint));
                assertThat(address).startsWith(server.issuer() + "/");
                assertThat(agent.get(URI.create(address)).status()).isNotEqualTo(404);
            }
        }
    }

    @Test
    @DisplayName("client_secret_basic and PKCE")
    void logsInToAConfidentialClient() {
        logsIn(TestClients.CONF_BASIC, request(TestClients.CONF_BASIC));
    }

    @Test
    @DisplayName("client_secret_post and PKCE")
    void logsInToAClientThatPostsItsSecret() {
        logsIn(TestClients.CONF_POST, request(TestClients.CONF_POST));
    }

    @Test
    @DisplayName("A secret that is stored as an Argon2id digest")
    void logsInToAClientWithADigest() {
        logsIn(TestClients.OTHER, request(TestClients.OTHER));
    }

    @Test
    @DisplayName("A public client with PKCE")
    void logsInToAPublicClient() {
        logsIn(TestClients.SPA, request(TestClients.SPA));
    }

    @Test
    @DisplayName("RFC 8252, 7: a native client with a private scheme and with any port on loopback")
    void logsInToANativeClient() {
        for (String redirectUri : List.of(
                "com.example.app:/cb", "http://127.0.0.1:49152/cb", "http://[::1]:65535/cb", "http://127.0.0.1/cb")) {
            logsIn(TestClients.NATIVE, request(TestClients.NATIVE).with("redirect_uri", redirectUri));
        }
    }

    @Test
    @DisplayName("A confidential client without PKCE that needs none")
    void logsInToAClientWithoutPkce() {
        logsIn(TestClients.NOPKCE, request(TestClients.NOPKCE).withoutPkce());
    }

    @Test
    @DisplayName("OAuth 2.0 Form Post Response Mode: the response arrives in a form")
    void answersByFormPost() {
        logsIn(TestClients.CONF_BASIC, request(TestClients.CONF_BASIC).with("response_mode", "form_post"));
    }

    @Test
    @DisplayName("OIDC Core 1.0, 3.1.2.1: the authorization endpoint takes POST, too")
    void takesAuthorizationRequestsByPost() {
        AuthorizationRequest request = request(TestClients.IMPLICIT_CONSENT);
        Journey journey = new Journey(server);
        Answer page = journey.post(request);
        Answer away = journey.logIn(page, "bob", TestAccounts.BOB.password());
        assertThat(journey.arrived(away).parameters().find("code")).isPresent();
    }

    @Test
    @DisplayName("OIDC Core 1.0, 5.4: userinfo has the claims of the scopes, for the subject of the ID token")
    void tellsTheClaims() {
        RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
        AuthorizationRequest request = application.validRequest().with("scope", "openid profile email groups");
        Tokens tokens = application.tokensFor(TestAccounts.ALICE, request);
        Map<String, Object> claims = application.userinfo(tokens.accessToken()).json();
        assertThat(claims)
                .containsEntry("sub", application.verifiedIdToken(tokens).get("sub"))
                .containsEntry("preferred_username", "alice")
                .containsEntry("name", "Alice Example")
                .containsEntry("email", "alice@example.org");
        assertThat((List<?>) claims.get("groups")).map(String::valueOf).containsExactlyInAnyOrder("dev", "staff");
    }

    private static AuthorizationRequest request(TestClient client) {
        return AuthorizationRequest.valid(client);
    }

    private void logsIn(TestClient client, AuthorizationRequest request) {
        RelyingParty application = new RelyingParty(server, client);
        Callback callback = new Journey(server).authorize(request, TestAccounts.BOB);
        assertThat(callback.address().toString()).startsWith(request.value("redirect_uri"));
        assertThat(callback.parameters().require("state")).isEqualTo(request.value("state"));
        assertThat(callback.parameters().require("iss"))
                .isEqualTo(server.issuer().toString());

        Tokens tokens = application.redemption(request, callback.code()).tokens();
        assertThat(tokens.accessToken()).startsWith("ost_at_");
        assertThat(application.verifiedIdToken(tokens)).containsEntry("nonce", request.value("nonce"));
        assertThat(application.userinfo(tokens.accessToken()).status()).isEqualTo(200);
    }
}
