package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Which authorization requests go back to the client with an error, before anybody is asked to log in. */
class PkceRefusalsIT {
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @Test
    @DisplayName("B10, RFC 9700 2.1.1: public clients, and confidential ones by default, must send a challenge")
    void requiresAChallenge() {
        for (TestClient client : List.of(TestClients.SPA, TestClients.NATIVE, TestClients.CONF_BASIC)) {
            AuthorizationRequest request = AuthorizationRequest.valid(client);
            assertThat(send(request).location().getPath()).isEqualTo("/login.xhtml");
            refuses(request.withoutPkce());
            refuses(request.without("code_challenge"));
        }
        AuthorizationRequest optional = AuthorizationRequest.valid(TestClients.NOPKCE);
        assertThat(send(optional.withoutPkce()).location().getPath()).isEqualTo("/login.xhtml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "s256", "S257", "S256 ", "PLAIN", "sha256"})
    @DisplayName("B13, RFC 7636 4.4.1: the method must be S256, exactly")
    void refusesOtherMethods(String method) {
        refuses(AuthorizationRequest.valid(TestClients.CONF_BASIC).with("code_challenge_method", method));
        refuses(AuthorizationRequest.valid(TestClients.NOPKCE).with("code_challenge_method", method));
    }

    @Test
    @DisplayName("B13, RFC 7636 4.3: no method means plain, which is refused")
    void refusesAMissingMethod() {
        refuses(AuthorizationRequest.valid(TestClients.CONF_BASIC).without("code_challenge_method"));
        refuses(AuthorizationRequest.valid(TestClients.NOPKCE).with("code_challenge_method", ""));
    }

    @Test
    @DisplayName("B13: a method without a challenge, and an empty challenge")
    void refusesAMissingChallenge() {
        refuses(AuthorizationRequest.valid(TestClients.NOPKCE).without("code_challenge"));
        refuses(AuthorizationRequest.valid(TestClients.NOPKCE).with("code_challenge", ""));
    }

    @Test
    @DisplayName("B13: a challenge of another shape than 43 base64url characters")
    void refusesOtherShapes() {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.CONF_BASIC);
        assertThat(send(request.with("code_challenge", CHALLENGE)).location().getPath())
                .isEqualTo("/login.xhtml");
        for (String wrong : List.of(
                CHALLENGE.substring(1),
                CHALLENGE + "A",
                CHALLENGE + "=",
                CHALLENGE.replace('-', '+'),
                CHALLENGE.replace('-', '\u00E9'),
                CHALLENGE.substring(1) + " ")) {
            refuses(request.with("code_challenge", wrong));
        }
    }

    @Test
    @DisplayName("B13: discovery lists only S256")
    void advertisesOnlyS256() {
        Object methods = new UserAgent()
                .get(server.endpoint("/.well-known/openid-configuration"))
                .json()
                .get("code_challenge_methods_supported");
        assertThat(methods).isEqualTo(List.of("S256"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "id_token token",
                "code token",
                "code id_token token",
                "none",
                "code code",
                "CODE",
                " code",
                "code ",
                "codes",
                "code\n"
            })
    @DisplayName("B16, RFC 9700 2.1.2: a response_type that is not known, or that carries a token, is refused")
    void refusesOtherResponseTypes(String responseType) {
        for (TestClient client : List.of(TestClients.CONF_BASIC, TestClients.SPA)) {
            AuthorizationRequest request = AuthorizationRequest.valid(client).with("response_type", responseType);
            assertRedirected(send(request), request, "unsupported_response_type", server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "code id_token"})
    @DisplayName("B16, RFC 6749 4.1.2.1: a response_type that the client is not registered for is refused")
    void refusesUnregisteredResponseTypes(String responseType) {
        for (TestClient client : List.of(TestClients.CONF_BASIC, TestClients.SPA)) {
            AuthorizationRequest request = AuthorizationRequest.valid(client).with("response_type", responseType);
            assertRedirected(send(request), request, "unauthorized_client", server);
        }
    }

    @Test
    @DisplayName("B16, RFC 6749 4.1.2.1: a missing or empty response_type is refused")
    void refusesNoResponseType() {
        refuses(AuthorizationRequest.valid(TestClients.CONF_BASIC).without("response_type"));
        refuses(AuthorizationRequest.valid(TestClients.CONF_BASIC).with("response_type", ""));
    }

    private void refuses(AuthorizationRequest request) {
        assertRedirected(send(request), request, "invalid_request", server);
    }

    private Answer send(AuthorizationRequest request) {
        return new UserAgent().get(request.on(server));
    }
}
