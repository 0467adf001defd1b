package org.ostiary.ejb.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;
import static org.ostiary.ejb.fixture.SampleTokens.refreshRequest;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.client.ClientLifespans;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.session.SessionService;

class RefreshServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    RefreshServiceTest() {
        provider.addAccount("alice");
        provider.configure(refreshing());
    }

    static SampleClient refreshing() {
        return confidentialClient()
                .withScopes("openid", "profile", "email", "offline_access")
                .withGrantTypes("authorization_code", "refresh_token");
    }

    @Test
    @DisplayName(
            "C01, RFC 9700 4.14: each refresh gives another token; scope, sub, auth_time, sid and amr stay, no nonce comes")
    void rotates() {
        TokenResponse response = redeem("openid profile offline_access");
        JsonObject first = Jwt.claims(Objects.requireNonNull(response.idToken()));
        for (int each = 0; each < 5; each++) {
            provider.clock().forward(Duration.ofMinutes(1));
            TokenResponse next = tokens.exchange(refreshRequest(refreshToken(response)));
            assertThat(refreshToken(next)).startsWith("ost_rt_").isNotEqualTo(refreshToken(response));
            assertThat(next.scope()).isEqualTo("openid profile offline_access");
            assertThat(tokens.works(next.accessToken())).isTrue();
            JsonObject claims = Jwt.claims(Objects.requireNonNull(next.idToken()));
            for (String name : List.of("iss", "sub", "aud", "auth_time", "sid", "amr", "acr", "azp")) {
                assertThat(claims.get(name)).as(name).isEqualTo(first.get(name));
            }
            assertThat(claims).doesNotContainKey("nonce");
            response = next;
        }
        assertThat(provider.audited("tokens_refreshed")).isEqualTo(5);
    }

    @Test
    @DisplayName("RFC 6749 6: scope may narrow and widen back")
    void narrowsAndWidens() {
        TokenResponse response = redeem("openid profile email");
        TokenResponse narrow =
                tokens.exchange(refreshRequest(refreshToken(response)).with("scope", "email"));
        assertThat(narrow.scope()).isEqualTo("email");
        assertThat(narrow.idToken()).isNull();
        TokenResponse wide =
                tokens.exchange(refreshRequest(refreshToken(narrow)).with("scope", "openid profile email"));
        assertThat(wide.scope()).isEqualTo("openid profile email");
        assertThat(tokens.exchange(refreshRequest(refreshToken(wide))).scope()).isEqualTo("openid profile email");
    }

    @Test
    @DisplayName("Part 6: of 50 parallel refreshes all get the same one successor; 11 s later a reuse ends the family")
    void answersARepetitionWithTheSameSuccessor() throws InterruptedException {
        TokenResponse response = redeem("openid offline_access");
        String spent = refreshToken(response);
        List<TokenResponse> answers = Race.run(50, () -> tokens.exchange(refreshRequest(spent)));
        assertThat(answers).extracting(TokenResponse::refreshToken).containsOnly(refreshToken(answers.get(0)));
        assertThat(provider.database().count("refresh_token")).isEqualTo(2);
        assertThat(answers).allMatch(answer -> tokens.works(answer.accessToken()));
        provider.clock().forward(SampleConfig.REFRESH_GRACE.plusSeconds(1));
        assertThat(tokens.outcome(refreshRequest(spent))).isEqualTo("invalid_grant");
        assertThat(answers).noneMatch(answer -> tokens.works(answer.accessToken()));
        assertThat(tokens.outcome(refreshRequest(refreshToken(answers.get(0))))).isEqualTo("invalid_grant");
        assertThat(provider.audited("refresh_reuse")).isOne();
        assertThat(provider.database().texts("select revoke_reason from oauth_grant"))
                .containsExactly("refresh token reused");
    }

    @Test
    @DisplayName("OIDC Core 11: an offline grant outlives its login session, another one does not")
    void outlivesTheSessionOnlyOffline() {
        String offline = refreshToken(redeem("openid offline_access"));
        String online = refreshToken(redeem("openid"));
        provider.service(SessionService.class).endAll(browser.sessionCookie(), null, RunningProvider.FACTS);
        assertThat(tokens.outcome(refreshRequest(online))).isEqualTo("invalid_grant");
        TokenResponse refreshed = tokens.exchange(refreshRequest(offline));
        assertThat(tokens.works(refreshed.accessToken())).isTrue();
        assertThat(refreshed.lifetime()).isEqualTo(SampleConfig.TOKEN_LIFESPAN);
    }

    @Test
    @DisplayName("S28: a code that nobody redeemed yet ends with the login session, also one for offline access")
    void endsAPendingCode() {
        String code = browser.codeFor(validRequest().with("scope", "openid offline_access"), "alice");
        provider.service(SessionService.class).endAll(browser.sessionCookie(), null, RunningProvider.FACTS);
        assertThat(tokens.outcome(validTokenRequest(code))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("S11: another lifespan counts for new tokens only; those that exist keep their end")
    void changedLifespansCountForNewTokens() {
        provider.configure(refreshing().with(new ClientLifespans(Map.of("access_token", Duration.ofMinutes(30)))));
        TokenResponse old = redeem("openid");
        provider.configure(refreshing().with(new ClientLifespans(Map.of("access_token", Duration.ofMinutes(5)))));
        TokenResponse young = redeem("openid");
        provider.clock().forward(Duration.ofMinutes(6));
        assertThat(tokens.works(old.accessToken())).isTrue();
        assertThat(tokens.works(young.accessToken())).isFalse();
    }

    @Test
    @DisplayName("S11: lifespans of the client, by grant type and token, count before the server's")
    void livesAsLongAsTheClientSays() {
        provider.configure(refreshing()
                .with(new ClientLifespans(Map.of(
                        "access_token", Duration.ofMinutes(30),
                        "refresh_token/access_token", Duration.ofMinutes(5),
                        "refresh_token/id_token", Duration.ofMinutes(6),
                        "refresh_token", Duration.ofMinutes(10)))));
        TokenResponse response = redeem("openid offline_access");
        assertThat(response.lifetime()).isEqualTo(Duration.ofMinutes(30));
        TokenResponse refreshed = tokens.exchange(refreshRequest(refreshToken(response)));
        assertThat(refreshed.lifetime()).isEqualTo(Duration.ofMinutes(5));
        JsonObject claims = Jwt.claims(Objects.requireNonNull(refreshed.idToken()));
        assertThat(claims.getJsonNumber("exp").longValue()
                        - claims.getJsonNumber("iat").longValue())
                .isEqualTo(360);
        provider.clock().forward(Duration.ofMinutes(10));
        assertThat(tokens.outcome(refreshRequest(refreshToken(refreshed)))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("Architecture: a refresh costs at most six statements")
    void keepsWithinTheBudget() {
        String token = refreshToken(redeem("openid offline_access"));
        provider.mostConnectionsAtOnce();
        int before = provider.database().statements();
        tokens.exchange(refreshRequest(token));
        assertThat(provider.database().statements() - before).isBetween(3, 6);
        assertThat(provider.mostConnectionsAtOnce()).isOne();
    }

    @Test
    @DisplayName("S05: without the grant type there is no refresh token, and offline_access is ignored")
    void givesNoneToAClientWithoutTheGrantType() {
        provider.configure(refreshing().withGrantTypes("authorization_code"));
        TokenResponse response = redeem("openid offline_access");
        assertThat(response.refreshToken()).isNull();
        assertThat(response.scope()).isEqualTo("openid");
        assertThat(Set.copyOf(provider.database().texts("select offline from oauth_grant")))
                .containsExactly("FALSE");
    }

    private TokenResponse redeem(String scope) {
        return tokens.exchange(validTokenRequest(browser.codeFor(validRequest().with("scope", scope), "alice")));
    }

    static String refreshToken(TokenResponse response) {
        return Objects.requireNonNull(response.refreshToken(), "no refresh token");
    }
}
