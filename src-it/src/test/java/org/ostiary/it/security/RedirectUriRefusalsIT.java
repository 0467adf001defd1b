package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertShown;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Nobody is sent to an address that the client did not register, character by character (RFC 9700, section 4.1.3). */
class RedirectUriRefusalsIT {
    /** The second redirect URI of {@link TestClients#CONF_BASIC}. */
    private static final String REGISTERED = "https://rp.test/app/cb";

    private static final String EVIL = "https://evil.test/cb";

    static final List<String> TRAVERSALS = List.of(
            "https://rp.test/app/../cb",
            "https://rp.test/app/cb/../x",
            "https://rp.test/app/cb/..;/x",
            "https://rp.test/app/./cb",
            "https://rp.test/app//cb",
            "https://rp.test/app/%2e%2e/x",
            "https://rp.test/app/%252e%252e%252fx",
            "https://rp.test/app/cb%2f..%2fx",
            "https://rp.test/app/cb;x=1",
            "https://rp.test/app/cb?x=1");

    static final List<String> USER_INFORMATION = List.of(
            "https://rp.test@evil.test/cb",
            "https://rp.test:443@evil.test/cb",
            "https://a@b@evil.test/cb",
            "https://evil.test%40rp.test/cb",
            "https://user@rp.test/app/cb",
            "https://evil.test/app/cb@rp.test");

    static final List<String> HOSTS = List.of(
            "https://rp.test.evil.test/app/cb",
            "https://evilrp.test/app/cb",
            "https://rpXtest/app/cb",
            "https://sub.rp.test/app/cb",
            "https://rp.tes/app/cb",
            "https://rp.test/app/c");

    static final List<String> CONFUSABLES = List.of(
            "https://rp.test\\@evil.test",
            "https:\\\\rp.test/app/cb",
            "https://rp.test/app/cb\t",
            "https://rp.test\r\n/app/cb",
            "https://rp.test/app\n/cb",
            "https://rp.test/app/cb\0",
            "https://rp.test\u2044app/cb",
            "https://rp.test\uFF0Fapp/cb",
            "https://rp.test%E3%80%82evil.test/app/cb",
            "https://rp\u3002test/app/cb",
            "https://r\u0440.test/app/cb",
            "https://xn--r-3tb.test/app/cb",
            " https://rp.test/app/cb",
            "https://rp.test/app/cb ");

    static final List<String> SPELLINGS = List.of(
            "HTTPS://rp.test/app/cb",
            "https://RP.test/app/cb",
            "https://rp.test:443/app/cb",
            "https://rp.test./app/cb",
            "https://rp.test/app/cb/",
            "https://rp.test/APP/cb",
            "https://rp.test/app/%63b",
            "http://rp.test/app/cb",
            "//rp.test/app/cb",
            "/app/cb");

    static final List<String> FRAGMENTS =
            List.of("https://rp.test/app/cb#", "https://rp.test/app/cb#x", "https://rp.test/app/cb%23x");

    static final List<String> SCHEMES = List.of(
            "javascript:alert(1)//rp.test/app/cb",
            "JavaScript:alert(1)",
            "\u0001javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "blob:https://rp.test/app/cb",
            "intent://rp.test/app/cb#Intent;scheme=https;end",
            "about:blank",
            "com.example.app:/other",
            "com.example.app.evil:/cb");

    static final List<String> NOT_LOOPBACK = List.of(
            "http://127.0.0.1.evil.test/cb",
            "http://127.1/cb",
            "http://0x7f000001/cb",
            "http://2130706433/cb",
            "http://0.0.0.0/cb",
            "http://[::ffff:127.0.0.1]/cb",
            "http://[0:0:0:0:0:0:0:1]/cb",
            "http://localhost/cb",
            "http://127.0.0.1/other",
            "http://127.0.0.1:49152/other",
            "http://127.0.0.1:49152/cb/",
            "http://127.0.0.1:49152/cb?x=1",
            "http://127.0.0.1:49152@evil.test/cb",
            "http://127.0.0.1:evil.test/cb",
            "http://127.0.0.1:0/cb",
            "http://127.0.0.1:65536/cb",
            "http://127.0.0.1:049152/cb",
            "http://127.0.0.1:/cb",
            "https://127.0.0.1/cb",
            "https://127.0.0.1:49152/cb",
            "http://user@127.0.0.1:49152/cb");

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prompt=none",
                "scope=",
                "scope=nonsense",
                "response_type=token",
                "code_challenge_method=plain",
                "claims={",
                "max_age=-1",
                "id_token_hint=eyJhbGciOiJub25lIn0.e30.",
                "response_mode=fragment",
                "prompt=none login"
            })
    @DisplayName("A01, RFC 6749 4.1.2.1: an unregistered redirect_uri is never followed, whatever else is wrong")
    void refusesAnUnregisteredUri(String mistake) {
        AuthorizationRequest request = toRegistered().with("redirect_uri", EVIL);
        String[] parameter = mistake.split("=", 2);
        AuthorizationRequest wrong = mistake.isEmpty() ? request : request.with(parameter[0], parameter[1]);

        assertShownWithoutTrace(get(wrong));
        assertShownWithoutTrace(post(wrong));
    }

    @Test
    @DisplayName("A01: a person who is logged in is not sent to an unregistered redirect_uri either")
    void refusesAnUnregisteredUriWithASession() {
        Journey journey = new Journey(server);
        journey.authorize(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT), TestAccounts.ALICE);
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT);
        // The same request is answered at once when nothing is wrong with it.
        assertThat(journey.arrived(journey.open(request)).code()).isNotEmpty();

        assertShownWithoutTrace(journey.open(request.with("redirect_uri", EVIL)));
        assertShownWithoutTrace(journey.open(request.with("redirect_uri", EVIL).with("prompt", "none")));
    }

    @ParameterizedTest
    @FieldSource("TRAVERSALS")
    @DisplayName("A02: no path is normalised before or after it is compared")
    void refusesTraversals(String redirectUri) {
        assertRefused(redirectUri);
    }

    @ParameterizedTest
    @FieldSource("USER_INFORMATION")
    @DisplayName("A03: user information before the host is no way around")
    void refusesUserInformation(String redirectUri) {
        assertRefused(redirectUri);
    }

    @ParameterizedTest
    @FieldSource("HOSTS")
    @DisplayName("A04: neither prefixes, suffixes nor wildcards of the host")
    void refusesOtherHosts(String redirectUri) {
        assertRefused(redirectUri);
    }

    @ParameterizedTest
    @FieldSource("CONFUSABLES")
    @DisplayName("A05: backslashes, control characters and characters that look alike")
    void refusesConfusables(String redirectUri) {
        assertRefused(redirectUri);
    }

    @Test
    @DisplayName("A05: raw control bytes in the query are refused by the server, whose parser sees them first")
    void refusesRawControlBytes() {
        String valid = toRegistered().parameters().encoded();
        for (String control : List.of("\t", "\0", "\u0001", "\u007F", "\r", "\n")) {
            String target = "/api/oidc/authorization?" + valid.replace("rp.test", "rp" + control + ".test");
            RawAnswer answer = RawHttp.exchange(
                    server.port(),
                    "GET " + target + " HTTP/1.1\r\nHost: localhost:" + server.port()
                            + "\r\nConnection: close\r\n\r\n");
            // 505 where the byte ends the target, so that what follows is taken for the version.
            assertThat(answer.status())
                    .as("control character %d", (int) control.charAt(0))
                    .isIn(400, 505);
            assertThat(answer.head()).doesNotContainIgnoringCase("\r\nLocation:");
            assertThat(answer.body()).doesNotContain(".test");
        }
    }

    @ParameterizedTest
    @FieldSource("SPELLINGS")
    @DisplayName("A06: other spellings of the same address are other addresses")
    void refusesOtherSpellings(String redirectUri) {
        assertRefused(redirectUri);
    }

    @ParameterizedTest
    @FieldSource("FRAGMENTS")
    @DisplayName("A08: fragments")
    void refusesFragments(String redirectUri) {
        assertRefused(redirectUri);
    }

    @ParameterizedTest
    @FieldSource("SCHEMES")
    @DisplayName("A09: dangerous and foreign schemes, for web and for native clients")
    void refusesDangerousSchemes(String redirectUri) {
        assertRefused(redirectUri);
        assertRefused(TestClients.NATIVE, redirectUri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://rp.test/app/cb", "http://rp.test:443/app/cb", "http://spa.rp.test/cb"})
    @DisplayName("A10: plain http of a client that registered https")
    void refusesPlainHttp(String redirectUri) {
        assertRefused(redirectUri);
        assertRefused(TestClients.SPA, redirectUri);
    }

    @ParameterizedTest
    @FieldSource("NOT_LOOPBACK")
    @DisplayName("A11, RFC 8252 7.3: of a native client's loopback address only the port may differ")
    void refusesWhatIsNotTheLoopbackAddress(String redirectUri) {
        assertRefused(TestClients.NATIVE, redirectUri);
    }

    @Test
    @DisplayName("A11: a web client on loopback has no other port")
    void refusesAnotherPortToAWebClient() {
        String registered = TestClients.CONF_BASIC.redirectUri();
        URI address = URI.create(registered);
        assertRefused(registered.replace(":" + address.getPort(), ":" + (address.getPort() ^ 1)));
    }

    @Test
    @DisplayName("A11, RFC 8252 7.3: any port of the loopback addresses is accepted from a native client")
    void acceptsAnyLoopbackPort() {
        for (String address : List.of("http://127.0.0.1", "http://[::1]")) {
            for (String port : List.of("", ":1", ":49152", ":65535")) {
                AuthorizationRequest request =
                        AuthorizationRequest.valid(TestClients.NATIVE).with("redirect_uri", address + port + "/cb");
                assertThat(get(request).redirects()).as(address + port).isTrue();
            }
        }
    }

    @Test
    @DisplayName("A13, RFC 6749 3.1: a repeated redirect_uri is refused, in whatever order, by GET and by POST")
    void refusesARepeatedUri() {
        AuthorizationRequest request = toRegistered();
        AuthorizationRequest evilFirst =
                request.without("redirect_uri").adding("redirect_uri", EVIL).adding("redirect_uri", REGISTERED);
        for (AuthorizationRequest repeated :
                List.of(request.adding("redirect_uri", EVIL), evilFirst, request.adding("redirect_uri", REGISTERED))) {
            assertShownWithoutTrace(get(repeated));
            assertShownWithoutTrace(post(repeated));
        }
    }

    @Test
    @DisplayName("A13: query and body of a POST are never merged")
    void refusesAUriInQueryAndBody() {
        Parameters body = toRegistered().parameters();
        for (Map.Entry<String, Parameters> split : Map.of(
                        "redirect_uri=" + encoded(EVIL),
                        body,
                        "redirect_uri=" + encoded(REGISTERED),
                        body.without("redirect_uri"),
                        "client_id=conf-basic",
                        body.without("client_id"))
                .entrySet()) {
            URI address = server.endpoint("/api/oidc/authorization?" + split.getKey());
            assertShownWithoutTrace(new UserAgent().post(address, split.getValue()));
        }
    }

    @Test
    @DisplayName("A14, OIDC Core 3.1.2.1: redirect_uri is required, for clients with one and with several")
    void refusesAMissingUri() {
        for (TestClient client : List.of(TestClients.CONF_POST, TestClients.CONF_BASIC)) {
            AuthorizationRequest request = AuthorizationRequest.valid(client);
            assertShown(get(request.without("redirect_uri")));
            assertShown(get(request.with("redirect_uri", "")));
            assertShown(post(request.without("redirect_uri")));
        }
    }

    @Test
    @DisplayName("A20: a client without redirect URIs gets none by asking, the second time no more than the first")
    void learnsNoUri() {
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.CONF_BASIC).with("client_id", TestClients.MACHINE.id());
        assertShown(get(request));
        assertShown(get(request));
        assertShown(get(request.without("redirect_uri")));
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1: an unknown client is shown an error")
    void refusesAnUnknownClient() {
        assertShown(get(toRegistered().with("client_id", "nobody")));
        assertShown(get(toRegistered().without("client_id")));
        assertShown(get(toRegistered().with("client_id", "CONF-BASIC")));
        assertShown(get(toRegistered().with("client_id", "conf-basic ")));
    }

    private void assertRefused(String redirectUri) {
        assertRefused(TestClients.CONF_BASIC, redirectUri);
    }

    private void assertRefused(TestClient client, String redirectUri) {
        AuthorizationRequest request = AuthorizationRequest.valid(client).with("redirect_uri", redirectUri);
        assertThat(Stream.of(get(request), post(request))).allSatisfy(answer -> {
            assertShown(answer);
            assertThat(answer.body()).doesNotContain(redirectUri.strip());
        });
    }

    private static void assertShownWithoutTrace(Answer answer) {
        assertShown(answer);
        assertThat(answer.body()).doesNotContain("evil.test");
        assertThat(answer.headers().map().toString()).doesNotContain("evil.test");
    }

    private static AuthorizationRequest toRegistered() {
        return AuthorizationRequest.valid(TestClients.CONF_BASIC).with("redirect_uri", REGISTERED);
    }

    private Answer get(AuthorizationRequest request) {
        return new UserAgent().get(request.on(server));
    }

    private Answer post(AuthorizationRequest request) {
        return new UserAgent().post(server.endpoint("/api/oidc/authorization"), request.parameters());
    }

    private static String encoded(String value) {
        return Parameters.none().with("v", value).encoded().substring(2);
    }
}
