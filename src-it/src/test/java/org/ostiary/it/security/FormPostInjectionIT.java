package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** The page that posts a response carries what a stranger wrote, as text and nothing else. */
class FormPostInjectionIT {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "'><img src=x onerror=alert(1)>",
                "</form><form action='https://evil.test/'>",
                "</script><script>alert(1)</script>",
                "\" formaction=\"https://evil.test",
                "a\u2028b\u2029c\u0085d",
                "&quot;&#34;&amp;lt;",
                "-->]]><!--",
                "`${alert(1)}`",
                "#{1+1} ${1+1} {{1+1}}",
                "\u202E\u2066x",
                "\uD83D\uDE00 \u00E4 + % & = ?#"
            })
    @DisplayName("W07: state arrives as it was sent, in a page with one form, one known script and one target")
    void escapesTheState(String state) {
        AuthorizationRequest request = request().with("state", state);
        assertHarmless(success(request), request, state);
        AuthorizationRequest wrong = request.with("scope", state);
        assertHarmless(new UserAgent().get(wrong.on(server)), wrong, state);
    }

    @Test
    @DisplayName("W07: control characters in state neither break the page nor get lost")
    void keepsControlCharacters() {
        for (String control :
                new String[] {"\t", "\n", "\r", "\r\n", "\u0001", "\u001B", "\u007F", "\uFEFF", "\u00A0"}) {
            AuthorizationRequest request = request().with("state", "a" + control + "b");
            assertThat(success(request).form().parameters().require("state"))
                    .as("control character %d", (int) control.charAt(0))
                    .isEqualTo("a" + control + "b");
        }
    }

    @Test
    @DisplayName("W07: the same state by redirect")
    void escapesTheStateInTheAddress() {
        String state = "\"><script>\r\nSet-Cookie: x=y\u2028#fragment&code=evil&iss=https://evil.test";
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("state", state);
        Answer answer = SignedIn.bob(server).open(request);
        assertThat(answer.redirectParameters().names()).containsExactly("code", "state", "iss", "session_state");
        assertThat(answer.redirectParameters().require("state")).isEqualTo(state);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    private static AuthorizationRequest request() {
        return AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT).with("response_mode", "form_post");
    }

    private Answer success(AuthorizationRequest request) {
        Journey journey = SignedIn.bob(server);
        return journey.open(request);
    }

    private static void assertHarmless(Answer page, AuthorizationRequest request, String state) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).hasValue("no-store");
        assertThat(page.form().action().toString()).isEqualTo(request.value("redirect_uri"));
        assertThat(page.form().parameters().require("state")).isEqualTo(state);
        assertThat(page.body().split("<form\\b", -1)).hasSize(2);
        assertThat(page.body())
                .doesNotContain("<img")
                .doesNotContain(" formaction=\"")
                .doesNotContain("<!--");
        Matcher script = SCRIPT.matcher(page.body());
        assertThat(script.find()).isTrue();
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .contains("script-src '" + hash(script.group(1)) + "'")
                .contains("form-action " + origin(request.value("redirect_uri")))
                .doesNotContain("unsafe")
                .doesNotContain("evil");
        assertThat(script.find()).as("a second script").isFalse();
    }

    private static String origin(String address) {
        return address.replaceFirst("(https?://[^/]+).*", "$1");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
