package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequestObject.KEY;
import static org.ostiary.ejb.fixture.SampleRequestObject.validObject;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.client.ClientKeySets;
import org.ostiary.ejb.fixture.ForeignKey;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.HttpsServer;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.client.RequestObjects;

/** Request objects at addresses (RFC 9101, section 5.2; OIDC Core 1.0, section 6.2). */
@SuppressWarnings("UnnecessaryAssignment") // Wired by hand, for a server of the test's own.
class RequestObjectAddressTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private HttpsServer server;
    private RequestObjectReading reading;

    @BeforeEach
    void start() throws Exception {
        server = new HttpsServer();
        reading = new RequestObjectReading();
        reading.keySets = provider.service(ClientKeySets.class);
        reading.verifier = provider.service(JwtVerifier.class);
        reading.config = SampleConfig.production().build();
        reading.clock = provider.clock();
        reading.http = new GuardedHttp(List.of("127.0.0.0/8", "::1"), server.trustingSockets());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    @DisplayName("OIDC Core 6.2: an object is fetched from the address that was registered, character by character")
    void fetchesFromARegisteredAddress() {
        server.replies("HTTP/1.1 200 OK\r\n\r\n" + validObject().signed() + "\n");
        assertThat(reading.readAt(client(address("/object#1")), sent(), address("/object#1"))
                        .parameters()
                        .find("state"))
                .contains("a state of the client");
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @DisplayName("E03: no other address is called, whatever it resembles")
    @ValueSource(strings = {"/object?x", "/object/", "/OBJECT", "/", "/object#2", ""})
    void callsNoOtherAddress(String path) {
        refused(client(address("/object")), address(path), "request-uri-registered");
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @DisplayName("RFC 9101 5.2: what does not answer, or redirects, is no object")
    @ValueSource(
            strings = {
                "HTTP/1.1 302 Found\r\nLocation: https://localhost/\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n"
            })
    void refusesOtherAnswers(String answer) {
        server.replies(answer);
        refused(client(address("/object")), address("/object"), "request-uri-answers");
        assertThat(server.connections()).isOne();
    }

    @Test
    @DisplayName("E03: a registered address that is not public is not called without the operator's leave")
    void callsNoPrivateAddress() {
        reading.http = new GuardedHttp(List.of(), server.trustingSockets());
        refused(client(address("/object")), address("/object"), "request-uri-answers");
        assertThat(server.connections()).isZero();
    }

    private void refused(RegisteredClient client, String address, String rule) {
        OAuthException refusal =
                catchThrowableOfType(OAuthException.class, () -> reading.readAt(client, sent(), address));
        assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST_URI);
        assertThat(refusal.rule().id()).isEqualTo(rule);
    }

    private static RequestParameters sent() {
        return new SampleRequest(Map.of()).with("client_id", "app").parameters();
    }

    private String address(String path) {
        return "https://localhost:" + server.port() + path;
    }

    private static RegisteredClient client(String registered) {
        SampleClient client = publicClient()
                .with(new ClientKeys(ForeignKey.set(KEY), null, null, false))
                .with(new RequestObjects(false, false, null, Set.of(registered)));
        return client.registered();
    }
}
