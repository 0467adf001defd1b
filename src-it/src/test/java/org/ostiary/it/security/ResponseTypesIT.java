package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;
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
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** What an authorization response carries and how it travels (OIDC Core 1.0, sections 3.2 and 3.3). */
@OnEveryServer
class ResponseTypesIT {
    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    ResponseTypesIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.HYBRID);
        this.journey = SignedIn.bob(server);
    }

    @Test
    @DisplayName("OIDC Core 3.3.2.5: code id_token comes in the fragment; c_hash ties both, and the code works")
    void answersWithBoth() throws NoSuchAlgorithmException {
        AuthorizationRequest request = application.validRequest().with("response_type", "id_token code");
        Answer answer = journey.open(request);
        Parameters response = answer.fragmentParameters();
        assertThat(answer.location().getRawQuery()).isNull();
        assertThat(response.names()).containsExactly("code", "id_token", "state", "iss", "session_state");
        Map<String, Object> claims = application.verifiedIdToken(response.require("id_token"));
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(response.require("code").getBytes(StandardCharsets.US_ASCII));
        assertThat(claims)
                .containsEntry("nonce", request.value("nonce"))
                .containsEntry(
                        "c_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16)));
        assertThat(application.verifiedIdToken(application
                        .redemption(request, response.require("code"))
                        .tokens()))
                .containsEntry("sub", claims.get("sub"));
    }

    @Test
    @DisplayName("OIDC Core 3.2.2.5: id_token comes alone, by a form where that is asked for")
    void answersWithAnIdToken() {
        AuthorizationRequest request = application.validRequest().with("response_type", "id_token");
        Parameters response = journey.open(request).fragmentParameters();
        assertThat(response.names()).containsExactly("id_token", "state", "iss", "session_state");
        assertThat(application.verifiedIdToken(response.require("id_token"))).doesNotContainKeys("c_hash", "at_hash");
        Parameters posted = journey.authorize(request.with("response_mode", "form_post"), TestAccounts.BOB)
                .parameters();
        assertThat(posted.names()).containsExactly("id_token", "state", "iss", "session_state");
    }

    @Test
    @DisplayName("B16: no access token through a browser, no type that is not spelled right, none without registration")
    void refusesOtherTypes() {
        for (String type : List.of(
                "token",
                "id_token token",
                "code token",
                "code id_token token",
                "none",
                "code code",
                "CODE",
                " code",
                "nonsense")) {
            AuthorizationRequest request = application.validRequest().with("response_type", type);
            assertRedirected(journey.open(request), request, "unsupported_response_type", server);
        }
        AuthorizationRequest unregistered =
                AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("response_type", "id_token");
        assertRedirected(journey.open(unregistered), unregistered, "unauthorized_client", server);
        AuthorizationRequest missing = application.validRequest().without("response_type");
        assertRedirected(journey.open(missing), missing, "invalid_request", server);
    }

    @Test
    @DisplayName("OIDC Core 3.2.2.1: an ID token through the browser needs a nonce, and the error comes the same way")
    void needsANonce() {
        Answer answer = journey.open(
                application.validRequest().with("response_type", "id_token").without("nonce"));
        assertThat(answer.fragmentParameters().require("error")).isEqualTo("invalid_request");
        assertThat(answer.location().getRawQuery()).isNull();
    }

    @Test
    @DisplayName("B17: an ID token never travels in a query, and no mode is taken that does not exist")
    void refusesOtherModes() {
        for (String mode : List.of("query", "query.jwt", "web_message", "garbage", "FRAGMENT")) {
            assertShown(journey.open(application
                    .validRequest()
                    .with("response_type", "code id_token")
                    .with("response_mode", mode)));
        }
        assertShown(journey.open(
                application.validRequest().with("response_mode", "query").adding("response_mode", "fragment")));
    }
}
