package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertShown;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Access tokens through the browser, at a server whose operator wants them (RFC 6749, section 4.2). */
class TokenResponseTypesIT {
    private final OstiaryServer server = OwnServers.belowAPath();
    private final RelyingParty application = new RelyingParty(server, TestClients.IN_FRONT);
    private final Journey journey = new Journey(server);

    @Test
    @DisplayName("RFC 6749 4.2.2: the fragment brings a token that works, and nothing may keep or pass on the address")
    void answersInTheFragment() {
        AuthorizationRequest request = application.validRequest().with("response_type", "token");
        journey.authorize(request, TestAccounts.BOB);
        Answer answer = journey.open(request);
        assertThat(answer.location().getRawQuery()).isNull();
        Parameters response = answer.fragmentParameters();
        assertThat(response.names())
                .containsExactly("access_token", "token_type", "expires_in", "scope", "state", "iss", "session_state");
        assertThat(response.require("token_type")).isEqualTo("Bearer");
        assertThat(response.require("expires_in")).isEqualTo("3600");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(application.userinfo(response.require("access_token")).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("OIDC Core 3.2.2.9: at_hash ties the ID token to the access token, by a form as well")
    void tiesBothTokens() throws NoSuchAlgorithmException {
        Parameters response = journey.authorize(
                        application
                                .validRequest()
                                .with("response_type", "code id_token token")
                                .with("response_mode", "form_post"),
                        TestAccounts.BOB)
                .parameters();
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(response.require("access_token").getBytes(StandardCharsets.US_ASCII));
        assertThat(application.verifiedIdToken(response.require("id_token")))
                .containsEntry(
                        "at_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16)))
                .containsKey("c_hash");
    }

    @Test
    @DisplayName("JARM 2.3.2: the signed response carries the access token too")
    void isSigned() {
        Parameters response = journey.authorize(
                        application
                                .validRequest()
                                .with("response_type", "token")
                                .with("response_mode", "fragment.jwt"),
                        TestAccounts.BOB)
                .answer()
                .fragmentParameters();
        assertThat(application.verifiedResponse(response.require("response")))
                .containsKeys("access_token", "token_type", "expires_in");
    }

    @Test
    @DisplayName("B17: a token never stands in a query, and discovery tells what works")
    void refusesTheQuery() {
        for (String mode : List.of("query", "query.jwt")) {
            assertShown(journey.open(application
                    .validRequest()
                    .with("response_type", "code token")
                    .with("response_mode", mode)));
        }
        Map<String, Object> metadata = new UserAgent()
                .get(server.endpoint("/.well-known/openid-configuration"))
                .json();
        assertThat(String.valueOf(metadata.get("response_types_supported"))).contains("code id_token token");
    }
}
