package org.ostiary.ejb.protocol.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.nativeClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.Issuer;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** What is refused here is shown on a page of ours: no redirect can be built from it. */
class TrustedRedirectRefusalsTest {

    private static final Issuer ISSUER = Issuer.of("https://id.example.org");
    private static final RegisteredClient WEB = confidentialClient().registered();
    private static final RegisteredClient NATIVE = nativeClient()
            .withRedirectUris("http://127.0.0.1/cb", "http://[::1]/cb", "http://localhost/cb", "com.example.app:/cb")
            .registered();

    @ParameterizedTest
    @DisplayName("A01, RFC 6749 4.1.2.1: an unregistered redirect URI is refused")
    @ValueSource(
            strings = {"https://evil.test/cb", "https://rp.test/", "https://rp.test/app", "https://rp.test/app/cb?x=1"})
    void refusesAnUnregisteredUri(String uri) {
        refused(WEB, uri);
    }

    @ParameterizedTest
    @DisplayName("A02, RFC 3986 6.2.1: no path is normalised before it is compared")
    @ValueSource(
            strings = {
                "https://rp.test/app/../cb",
                "https://rp.test/app/cb/../x",
                "https://rp.test/app/x/../cb",
                "https://rp.test/app/cb/..;/x",
                "https://rp.test/app/./cb",
                "https://rp.test/app//cb",
                "https://rp.test//app/cb",
                "https://rp.test/app/%2e%2e/x",
                "https://rp.test/app/%63b",
                "https://rp.test/app/%252e%252e%252f",
                "https://rp.test/app/cb%2f..%2fx",
                "https://rp.test/app/cb%2F",
                "https://rp.test/app/cb;x=1"
            })
    void refusesOtherSpellingsOfThePath(String uri) {
        refused(WEB, uri);
    }

    @ParameterizedTest
    @DisplayName("A03: user names in a redirect URI confuse nobody here")
    @ValueSource(
            strings = {
                "https://rp.test@evil.test/cb",
                "https://rp.test:443@evil.test/cb",
                "https://a@b@evil.test/cb",
                "https://evil.test%40rp.test/cb",
                "https://user@rp.test/app/cb",
                "https://@rp.test/app/cb",
                "https://:@rp.test/app/cb"
            })
    void refusesUserNames(String uri) {
        refused(WEB, uri);
    }

    @ParameterizedTest
    @DisplayName("A04: a registered host is neither a prefix, nor a suffix, nor a pattern")
    @ValueSource(
            strings = {
                "https://rp.test.evil.test/app/cb",
                "https://evilrp.test/app/cb",
                "https://sub.rp.test/app/cb",
                "https://rpXtest/app/cb",
                "https://rp.tes/app/cb"
            })
    void refusesSimilarHosts(String uri) {
        refused(WEB, uri);
    }

    @ParameterizedTest
    @DisplayName("A05: backslashes, control characters and look-alikes are other characters")
    @ValueSource(
            strings = {
                "https://rp.test\\@evil.test",
                "https:\\\\rp.test/app/cb",
                "https://rp.test\\app\\cb",
                "https://rp\t.test/app/cb",
                "https://rp.test/app/cb\r\n",
                "https://rp.test/app/\ncb",
                " https://rp.test/app/cb",
                "https://rp.test/app/cb ",
                "https://rp.test\u2044app/cb",
                "https://rp.test\uff0fapp/cb",
                "https://rp.test%E3%80%82evil.test/app/cb",
                "https://rp\u3002test/app/cb",
                "https://r\u0440.test/app/cb",
                "https://rp.te\u200bst/app/cb",
                "\ufeffhttps://rp.test/app/cb"
            })
    void refusesConfusableCharacters(String uri) {
        refused(WEB, uri);
    }

    @Test
    @DisplayName("A05: the punycode twin of a registered host is another host")
    void refusesThePunycodeTwin() {
        refused(
                confidentialClient()
                        .withRedirectUris("https://b\u00fccher.test/cb")
                        .registered(),
                "https://xn--bcher-kva.test/cb");
    }

    @ParameterizedTest
    @DisplayName("A06, RFC 9700 4.1.3: letter case, default port, trailing dot and slash count")
    @ValueSource(
            strings = {
                "HTTPS://rp.test/app/cb",
                "https://RP.test/app/cb",
                "https://rp.test:443/app/cb",
                "https://rp.test:/app/cb",
                "https://rp.test./app/cb",
                "https://rp.test/app/cb/",
                "https://rp.test/app/cb?",
                "https://rp.test/APP/cb",
                "http://rp.test/app/cb"
            })
    void refusesEquivalentSpellings(String uri) {
        refused(WEB, uri);
    }

    @ParameterizedTest
    @DisplayName("A08, RFC 6749 3.1.2: a fragment makes another URI")
    @ValueSource(
            strings = {
                "https://rp.test/app/cb#",
                "https://rp.test/app/cb#x",
                "https://rp.test/app/cb%23",
                "https://rp.test/app/cb%23x"
            })
    void refusesFragments(String uri) {
        refused(WEB, uri);
    }

    @ParameterizedTest
    @DisplayName("A09: dangerous schemes are refused at run time too")
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript://rp.test/app/cb",
                "\u0001javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://rp.test/x",
                "intent://x#Intent;end",
                "about:blank"
            })
    void refusesDangerousSchemes(String uri) {
        refused(WEB, uri);
        refused(NATIVE, uri);
    }

    @ParameterizedTest
    @DisplayName("A10: no http twin of a registered https URI, no loopback port for a web client")
    @ValueSource(strings = {"http://127.0.0.1:5000/cb", "http://127.0.0.1/cb2"})
    void refusesAnotherPortForAWebClient(String uri) {
        refused(confidentialClient().withRedirectUris("http://127.0.0.1/cb").registered(), uri);
    }

    @ParameterizedTest
    @DisplayName("A11, RFC 8252 7.3: only the port of a loopback literal may differ")
    @ValueSource(
            strings = {
                "http://127.0.0.1.evil.test/cb",
                "http://127.1/cb",
                "http://0x7f000001/cb",
                "http://2130706433/cb",
                "http://0.0.0.0/cb",
                "http://127.0.0.2/cb",
                "http://[::ffff:127.0.0.1]/cb",
                "http://[::2]/cb",
                "http://127.0.0.1/other",
                "http://127.0.0.1/cb?x=1",
                "http://127.0.0.1/cb/",
                "http://127.0.0.1/cb#x",
                "https://127.0.0.1/cb",
                "HTTP://127.0.0.1/cb",
                "http://user@127.0.0.1/cb",
                "http://127.0.0.1:1@evil.test/cb",
                "http://127.0.0.1:@evil.test/cb",
                "http://127.0.0.1:0/cb",
                "http://127.0.0.1:080/cb",
                "http://127.0.0.1:65536/cb",
                "http://127.0.0.1:99999/cb",
                "http://127.0.0.1:+80/cb",
                "http://127.0.0.1:/cb",
                "http://127.0.0.1:8\u0660/cb",
                "http://localhost:5000/cb",
                "com.example.app:/cb2",
                "com.example.app://cb"
            })
    void refusesWhatDiffersInMoreThanThePort(String uri) {
        refused(NATIVE, uri);
    }

    @Test
    @DisplayName("A13, RFC 6749 3.1: two redirect URIs are one too many, in either order")
    void refusesTwo() {
        String good = "redirect_uri=https%3A%2F%2Frp.test%2Fapp%2Fcb";
        String evil = "redirect_uri=https%3A%2F%2Fevil.test%2Fcb";
        for (String encoded : new String[] {good + "&" + evil, evil + "&" + good, good + "&" + good}) {
            assertThatExceptionOfType(OAuthException.class).isThrownBy(() -> RequestParameters.parse(encoded));
        }
    }

    @Test
    @DisplayName("A14, OIDC Core 3.1.2.1: a missing redirect URI is refused, also where only one is registered")
    void refusesNone() {
        refused(WEB, validRequest().without("redirect_uri"), "parameter-present");
        refused(WEB, validRequest().with("redirect_uri", ""), "parameter-present");
    }

    @ParameterizedTest
    @DisplayName("A response mode that would put the code elsewhere is refused, not redirected")
    @ValueSource(strings = {"fragment", "query.jwt", "form_post.jwt", "web_message", "QUERY", "x"})
    void refusesOtherResponseModes(String mode) {
        refused(WEB, validRequest().with("response_mode", mode), "response-mode-registered");
    }

    @Test
    void refusesAResponseModeTheClientDidNotRegister() {
        refused(
                confidentialClient().withResponseModes("query").registered(),
                validRequest().with("response_mode", "form_post"),
                "response-mode-registered");
    }

    @Test
    @DisplayName("S07: the operator reads which registered URI is nearest, and nothing of the query that was sent")
    void tellsTheNearest() {
        RegisteredClient two = confidentialClient()
                .withRedirectUris("https://rp.test/app/cb", "https://other.test/login/callback")
                .registered();
        SampleRequest request = validRequest().with("redirect_uri", "https://rp.test/app/cb/?canary=1");
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> TrustedRedirect.of(ISSUER, two, request.parameters()))
                .satisfies(refusal -> assertThat(refusal.facts())
                        .contains(new Facts(
                                "redirect_uri",
                                "https://rp.test/app/cb/?...",
                                "a registered one, the nearest is https://rp.test/app/cb")));
    }

    private static void refused(RegisteredClient client, String uri) {
        refused(client, validRequest().with("redirect_uri", uri), "redirect-uri-registered");
    }

    private static void refused(RegisteredClient client, SampleRequest request, String rule) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> TrustedRedirect.of(ISSUER, client, request.parameters()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST))
                .satisfies(refusal -> assertThat(refusal.rule().id()).isEqualTo(rule))
                .satisfies(refusal -> assertThat(refusal.description()).doesNotContain("evil"));
    }
}
