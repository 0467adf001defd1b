package org.ostiary.ejb.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.protocol.client.ClientAuthenticationMethod.CLIENT_SECRET_POST;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.userinfo.UserInfoService;

class TokenServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    TokenServiceTest() {
        provider.addAccount("alice");
    }

    @Test
    @DisplayName("RFC 6749 2.3.1: a client authenticates by the header")
    void acceptsTheHeader() {
        assertThat(exchange(validTokenRequest(code()), basic("app", SampleClient.SECRET))
                        .accessToken())
                .isNotEmpty();
    }

    @Test
    @DisplayName("RFC 6749 2.3.1: a client authenticates by the body where it is registered for that")
    void acceptsTheBody() {
        provider.configure(confidentialClient().authenticatedBy(CLIENT_SECRET_POST));
        SampleRequest request =
                validTokenRequest(code()).with("client_id", "app").with("client_secret", SampleClient.SECRET);
        assertThat(exchange(request, null).accessToken()).isNotEmpty();
    }

    @Test
    @DisplayName("RFC 6749 3.2.1: a public client names itself and proves possession by PKCE")
    void acceptsAPublicClient() {
        provider.configure(publicClient());
        assertThat(exchange(validTokenRequest(code()).with("client_id", "app"), null)
                        .accessToken())
                .isNotEmpty();
    }

    @Test
    @DisplayName("D01, RFC 6749 5.2: unknown clients and wrong secrets look the same")
    void tellsUnknownClientsAndWrongSecretsAlike() {
        String code = code();
        String wrong = refused(validTokenRequest(code), basic("app", "wrong"), true);
        String unknown = refused(validTokenRequest(code), basic("nobody", SampleClient.SECRET), true);
        String none = refused(validTokenRequest(code).with("client_id", "app"), null, false);
        assertThat(wrong).isEqualTo(unknown).isEqualTo(none);
        assertThat(exchange(validTokenRequest(code), basic("app", SampleClient.SECRET))
                        .accessToken())
                .isNotEmpty();
    }

    @Test
    @DisplayName("D04, OIDC Core 9: a client uses the method it is registered for and no other")
    void refusesAnotherMethod() {
        String code = code();
        refused(
                validTokenRequest(code).with("client_id", "app").with("client_secret", SampleClient.SECRET),
                null,
                false);
        provider.configure(publicClient());
        refused(validTokenRequest(code), basic("app", SampleClient.SECRET), true);
        refused(validTokenRequest(code).with("client_id", "app").with("client_secret", "x"), null, false);
        assertThat(exchange(validTokenRequest(code).with("client_id", "app"), null)
                        .accessToken())
                .isNotEmpty();
    }

    @Test
    @DisplayName("D04: a disabled client is an unknown one")
    void refusesADisabledClient() {
        String code = code();
        provider.configure(confidentialClient().called("other"));
        refused(validTokenRequest(code), basic("app", SampleClient.SECRET), true);
    }

    @Test
    @DisplayName("D01: who fails to authenticate learns nothing about the grant type")
    void authenticatesFirst() {
        refused(validTokenRequest("x").with("grant_type", "password"), basic("app", "wrong"), true);
    }

    @Test
    @DisplayName("B01, RFC 6749 4.1.2: a replay kills what the code was worth, is audited, and stays refused")
    void revokesAfterAReplay() {
        String code = code();
        TokenResponse tokens = exchange(validTokenRequest(code), basic("app", SampleClient.SECRET));
        assertThat(provider.service(UserInfoService.class)
                        .answer(tokens.accessToken())
                        .body())
                .contains("alice");
        for (int each = 0; each < 2; each++) {
            refusedGrant(validTokenRequest(code));
        }
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> provider.service(UserInfoService.class).answer(tokens.accessToken()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_TOKEN));
        assertThat(provider.audited("code_replayed")).isOne();
        assertThat(provider.database().texts("select revoke_reason from oauth_grant"))
                .containsExactly("code replayed");
    }

    @Test
    @DisplayName("B05: a stranger's attempts leave the tokens alone")
    void keepsTheGrantWhenAStrangerTries() {
        provider.configure(confidentialClient(), confidentialClient().called("other"));
        String code = code();
        TokenResponse tokens = exchange(validTokenRequest(code), basic("app", SampleClient.SECRET));
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> exchange(validTokenRequest(code), basic("other", SampleClient.SECRET)));
        refusedGrant(validTokenRequest(code).with("code_verifier", "x".repeat(43)));
        assertThat(provider.service(UserInfoService.class)
                        .answer(tokens.accessToken())
                        .body())
                .contains("alice");
        assertThat(provider.audited("code_replayed")).isZero();
    }

    @RepeatedTest(5)
    @DisplayName("B02: of eight simultaneous redemptions exactly one succeeds, and its tokens die with the replay")
    void letsExactlyOneOfManyRedeem() throws InterruptedException {
        String code = code();
        String header = basic("app", SampleClient.SECRET);
        List<String> results = Race.run(8, () -> {
            try {
                return exchange(validTokenRequest(code), header).accessToken();
            } catch (OAuthException refusal) {
                return refusal.code().code();
            }
        });
        assertThat(results).filteredOn("invalid_grant"::equals).hasSize(7);
        String winner = results.stream()
                .filter(result -> result.startsWith("ost_at_"))
                .findFirst()
                .orElseThrow();
        assertThat(provider.database().count("access_token")).isOne();
        assertThat(provider.audited("code_replayed")).isOne();
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> provider.service(UserInfoService.class).answer(winner));
    }

    private String code() {
        return browser.codeFor(validRequest(), "alice");
    }

    private TokenResponse exchange(SampleRequest request, @Nullable String authorization) {
        return provider.service(TokenService.class).exchange(request.parameters(), authorization, FACTS);
    }

    private String refused(SampleRequest request, @Nullable String authorization, boolean byHeader) {
        try {
            exchange(request, authorization);
        } catch (InvalidClient refusal) {
            assertThat(refusal.byHeader()).isEqualTo(byHeader);
            return refusal.description();
        }
        throw new AssertionError("The client was accepted");
    }

    private void refusedGrant(SampleRequest request) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> exchange(request, basic("app", SampleClient.SECRET)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_GRANT));
    }

    private static String basic(String id, String secret) {
        String pair = FormEncoding.encode(id) + ":" + FormEncoding.encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }
}
