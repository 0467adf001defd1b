package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.OstiaryServer;

/** Names and secrets are form-encoded before they are joined for Basic (RFC 6749, section 2.3.1). */
class BasicEncodingIT {
    private static final String CLIENT = OwnServers.ODD_SECRET_CLIENT;
    private static final String SECRET = OwnServers.ODD_SECRET;

    private final OstiaryServer server = OwnServers.belowAPath();
    private final TokenRequest redemption = TokenRequest.of(
            server,
            Parameters.none()
                    .with("grant_type", "authorization_code")
                    .with("code", "ost_ac_unknown")
                    .with("redirect_uri", "https://odd.test/cb"));

    @Test
    @DisplayName("D02: a secret with colon, plus, percent, ampersand, space, umlaut and emoji works form-encoded")
    void acceptsTheEncodedForm() {
        assertAuthenticated(redemption.withBasic(CLIENT, SECRET).send());
        // RFC 6749, appendix B: a space may be a plus or %20.
        assertAuthenticated(
                withBasic(CLIENT + ":" + encoded(SECRET).replace("+", "%20")).send());
        assertAuthenticated(
                withBasic(CLIENT.replace("-", "%2D") + ":" + encoded(SECRET)).send());
        assertAuthenticated(redemption
                .withHeader("Authorization", TokenRequest.basic(CLIENT, SECRET).replaceFirst("Basic", "bAsIc"))
                .send());
    }

    @Test
    @DisplayName("D02: the same secret works by client_secret_post for a client registered for that")
    void acceptsTheSecretInTheBody() {
        TokenRequest post = redemption.with("client_id", OwnServers.ODD_POST_CLIENT);
        assertAuthenticated(post.with("client_secret", SECRET).send());
        assertTokenError(post.with("client_secret", SECRET + " ").send(), "invalid_client");
    }

    @Test
    @DisplayName("D02: the raw form of such a secret is another secret")
    void refusesTheRawForm() {
        assertTokenError(withBasic(CLIENT + ":" + SECRET).send(), "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "::",
                "a",
                "a:",
                ":a",
                "%:%",
                "%zz:x",
                "x:%",
                "x:%c3",
                "x:%ff",
                "x&y=1:z",
                "id=a&secret=b",
                "odd-secret:%00",
                "\u00E4\u00F6:\u00FC",
                "\uD83D\uDE00:x",
                "%ED%A0%80:x",
                "a\r\nb:c",
                "a+b%3Ac:d e"
            })
    @DisplayName("D02: whatever else is in the header is invalid_client, never an error of ours")
    void refusesEverythingElse(String pair) {
        assertTokenError(withBasic(pair).send(), "invalid_client");
    }

    @Test
    @DisplayName("RFC 9110 11.4: headers that are no Basic credentials are refused")
    void refusesOtherHeaders() {
        for (String header :
                List.of("Basic", "Basic ", "Basic !!!!", "Basic  b2RkOng=", "Bearer abc", "Digest x=1", "x")) {
            assertTokenError(redemption.withHeader("Authorization", header).send(), "invalid_client");
        }
    }

    private TokenRequest withBasic(String pair) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return redemption.withHeader("Authorization", "Basic " + encoded);
    }

    /** The code is unknown; that this is said shows that the client was known. */
    private static void assertAuthenticated(Answer answer) {
        assertThat(answer.error()).as("%s", answer).isEqualTo("invalid_grant");
    }

    private static String encoded(String value) {
        return Parameters.none().with("v", value).encoded().substring(2);
    }
}
