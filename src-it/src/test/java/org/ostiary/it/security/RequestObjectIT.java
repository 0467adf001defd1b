package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.it.security.Refusals.assertRedirected;
import static org.ostiary.it.security.Refusals.assertShown;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.RequestObjectKey;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Request objects (RFC 9101). */
@OnEveryServer
class RequestObjectIT {
    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    RequestObjectIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.SIGNING);
        this.journey = SignedIn.bob(server);
    }

    @Test
    @DisplayName("RFC 9101 5, 6.3: the object is the request, and nothing beside it counts; its code works")
    void takesASignedRequest() {
        AuthorizationRequest request = application.validRequest();
        AuthorizationRequest sent = sent(request, RequestObjectKey.sign(json(claims(request))))
                .with("redirect_uri", "https://evil.test/cb")
                .with("state", "outside")
                .with("prompt", "none login");
        Parameters response = journey.authorize(sent, TestAccounts.BOB).parameters();
        assertThat(response.require("state")).isEqualTo(request.value("state"));
        application.redemption(request, response.require("code")).tokens();
    }

    @Test
    @DisplayName("RFC 9126 3: an object may be pushed")
    void takesAPushedObject() {
        AuthorizationRequest request = application.validRequest();
        AuthorizationRequest named = application.pushed(sent(request, RequestObjectKey.sign(json(claims(request)))));
        assertThat(journey.authorize(named, TestAccounts.BOB).code()).isNotEmpty();
    }

    @Test
    @DisplayName("E04: who must sign does; a forged, old, foreign or unsigned object is shown and not followed")
    void refusesOtherObjects() {
        AuthorizationRequest request = application.validRequest();
        assertRedirected(journey.open(request), request, "invalid_request", server);
        Map<String, Object> claims = claims(request);
        assertShown(journey.open(sent(request, RequestObjectKey.forge(json(claims)))));
        assertShown(journey.open(sent(request, "eyJhbGciOiJub25lIn0.e30.")));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("aud", "https://other.test"),
                Map.of("iss", "conf-basic"),
                Map.of("client_id", "conf-basic"),
                Map.of("exp", Instant.now().getEpochSecond() - 1),
                Map.of("exp", Instant.now().getEpochSecond() + 7200),
                Map.of("request", "eyJ"))) {
            Map<String, Object> changed = new LinkedHashMap<>(claims);
            changed.putAll(wrong);
            assertShown(journey.open(sent(request, RequestObjectKey.sign(json(changed)))));
        }
    }

    @Test
    @DisplayName("E03: an address that was not registered is shown and never called")
    void callsNobody() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            canary.setSoTimeout(500);
            int port = canary.getLocalPort();
            for (String address : List.of(
                    "https://127.0.0.1:" + port + "/object",
                    "http://127.0.0.1:" + port + "/object",
                    "https://localhost:" + port + "/",
                    "https://[::1]:" + port + "/",
                    "http://0:" + port + "/",
                    "http://2130706433:" + port + "/",
                    "https://169.254.169.254/latest/meta-data/",
                    "file:///etc/passwd",
                    "gopher://127.0.0.1:" + port + "/_x",
                    "urn:ietf:params:oauth:request_uri:x",
                    "//127.0.0.1:" + port + "/")) {
                assertShown(journey.open(application.validRequest().with("request_uri", address)));
            }
            assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private Map<String, Object> claims(AuthorizationRequest request) {
        Map<String, Object> claims = new LinkedHashMap<>();
        request.parameters()
                .names()
                .forEach(name -> claims.put(name, request.parameters().require(name)));
        claims.put("iss", TestClients.SIGNING.id());
        claims.put("aud", server.issuer().toString());
        claims.put("exp", Instant.now().getEpochSecond() + 120);
        return claims;
    }

    private static String json(Map<String, Object> claims) {
        return JsonUtil.toJson(claims);
    }

    /** The request with the object and the client's name only. */
    private static AuthorizationRequest sent(AuthorizationRequest request, String object) {
        Parameters parameters =
                Parameters.none().with("client_id", TestClients.SIGNING.id()).with("request", object);
        return new AuthorizationRequest(TestClients.SIGNING, parameters, request.verifier());
    }
}
