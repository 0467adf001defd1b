package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertTokenError;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Secrets;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** What a code verifier may look like, and that none may appear from nowhere. */
class VerifierIT {
    private static final String CHARACTERS = "AZaz09-._~";

    private final OstiaryServer server = Servers.shared(Flavour.MICRO_H2);

    @ParameterizedTest
    @ValueSource(ints = {43, 64, 128})
    @DisplayName("B14, RFC 7636 4.1: 43 to 128 unreserved characters are a verifier")
    void acceptsVerifiers(int length) {
        assertThat(redemptionWith(unreserved(length)).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 42, 129, 1000})
    @DisplayName("B14: shorter and longer ones are none, although the challenge fits")
    void refusesOtherLengths(int length) {
        assertTokenError(redemptionWith(unreserved(length)).send(), "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "/", "=", " ", "%", "!", "\u00E9", "\t"})
    @DisplayName("B14: no other characters, although the challenge fits")
    void refusesOtherCharacters(String character) {
        assertTokenError(redemptionWith(unreserved(42) + character).send(), "invalid_grant");
    }

    @Test
    @DisplayName("B14: the challenge itself is no verifier")
    void refusesTheChallenge() {
        String verifier = Secrets.verifier();
        assertTokenError(
                redemptionWith(verifier)
                        .with("code_verifier", Secrets.challenge(verifier))
                        .send(),
                "invalid_grant");
    }

    @Test
    @DisplayName("B12, RFC 9700 4.8.2: a verifier is refused when the authorization request had no challenge")
    void refusesADowngrade() {
        TestClient client = TestClients.NOPKCE;
        RelyingParty application = new RelyingParty(server, client);
        AuthorizationRequest stripped = application.validRequest().withoutPkce();
        String code = new Journey(server).authorize(stripped, TestAccounts.BOB).code();
        TokenRequest redemption = application.redemption(stripped, code);

        assertTokenError(redemption.with("code_verifier", stripped.verifier()).send(), "invalid_grant");

        assertThat(redemption.send().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("B12: a client for which PKCE is optional is held to it once it sent a challenge")
    void holdsAnOptionalClientToItsChallenge() {
        RelyingParty application = new RelyingParty(server, TestClients.NOPKCE);
        AuthorizationRequest request = application.validRequest();
        String code = new Journey(server).authorize(request, TestAccounts.BOB).code();
        TokenRequest redemption = application.redemption(request, code);

        assertTokenError(redemption.without("code_verifier").send(), "invalid_grant");

        assertThat(redemption.send().status()).isEqualTo(200);
    }

    private TokenRequest redemptionWith(String verifier) {
        RelyingParty application = new RelyingParty(server, TestClients.IMPLICIT_CONSENT);
        AuthorizationRequest request = application.validRequest().with("code_challenge", Secrets.challenge(verifier));
        String code = SignedIn.bob(server).authorize(request, TestAccounts.BOB).code();
        return application.redemption(request, code).with("code_verifier", verifier);
    }

    private static String unreserved(int length) {
        return CHARACTERS.repeat(length / CHARACTERS.length() + 1).substring(0, length);
    }
}
