package org.ostiary.ejb.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.session.SessionService;

class IntrospectionServiceTest {

    private static final ClientAudience API = new ClientAudience(Set.of("https://api.test"), AudienceMode.IMPLICIT);

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    IntrospectionServiceTest() {
        provider.addAccount("alice");
        provider.configure(client(), confidentialClient().called("other"), server("api"), server("unflagged"));
    }

    private static SampleClient client() {
        return confidentialClient()
                .withScopes("openid", "profile", "offline_access")
                .withGrantTypes("authorization_code", "refresh_token");
    }

    private static SampleClient server(String id) {
        SampleClient server = confidentialClient().called(id).with(API);
        return id.equals("unflagged") ? server : server.asResourceServer();
    }

    @Test
    @DisplayName("RFC 7662 2.2: the owner learns what the token is worth")
    void tellsTheOwner() {
        TokenResponse response = redeem();
        JsonObject facts = introspect("app", response.accessToken());
        assertThat(facts.getBoolean("active")).isTrue();
        assertThat(facts.getString("iss")).isEqualTo("https://id.example.org");
        assertThat(facts.getString("aud")).isEqualTo("https://id.example.org");
        assertThat(facts.getString("client_id")).isEqualTo("app");
        assertThat(facts.getString("scope")).isEqualTo("openid profile");
        assertThat(facts.getString("token_type")).isEqualTo("Bearer");
        assertThat(facts.getString("username")).isEqualTo("alice");
        assertThat(facts.getString("sub"))
                .isEqualTo(
                        Jwt.claims(Objects.requireNonNull(response.idToken())).getString("sub"));
        assertThat(facts.getJsonNumber("exp").longValue()).isEqualTo(MovableClock.START.getEpochSecond() + 3600);
        assertThat(facts.getJsonArray("amr").getString(0)).isEqualTo("pwd");
    }

    @Test
    @DisplayName("RFC 7662 2.2: a refresh token is its owner's alone, and not active once it was used")
    void tellsOfRefreshTokens() {
        String token = Objects.requireNonNull(redeem().refreshToken());
        assertThat(introspect("app", token).getBoolean("active")).isTrue();
        assertInactive("api", token);
        tokens.exchange(SampleTokens.refreshRequest(token));
        assertInactive("app", token);
    }

    @Test
    @DisplayName("C20, RFC 7662 4: a resource server learns of tokens that are for it, if it is flagged as one")
    void tellsTheResourceServer() {
        provider.configure(
                client().with(API), confidentialClient().called("other"), server("api"), server("unflagged"));
        provider.database().execute("update access_token set audience = 'https://api.test'");
        String token = redeem().accessToken();
        provider.database().execute("update access_token set audience = 'https://api.test'");
        assertThat(introspect("api", token).getString("aud")).isEqualTo("https://api.test");
        assertInactive("unflagged", token);
        assertInactive("other", token);
    }

    @Test
    @DisplayName("RFC 7662 2.2: to everybody else it is not active, and nothing more")
    void tellsNobodyElse() {
        String token = redeem().accessToken();
        assertInactive("other", token);
        assertInactive("api", token);
        assertInactive("app", "unknown");
        assertInactive("app", token + "x");
    }

    @Test
    @DisplayName("S28: a token is not active when it, its session, its account or its client is over")
    void tellsWhatIsOver() {
        String expired = redeem().accessToken();
        provider.clock().forward(SampleConfig.TOKEN_LIFESPAN);
        assertInactive("app", expired);
        String loggedOut = redeem().accessToken();
        provider.service(SessionService.class).endAll(browser.sessionCookie(), null, RunningProvider.FACTS);
        assertInactive("app", loggedOut);
        String disabled = redeem().accessToken();
        provider.disableAccount("alice");
        assertInactive("app", disabled);
    }

    @Test
    @DisplayName("S23, RFC 9700 4.15: a client's own token has the client as its subject, and no username")
    void tellsOfClientTokens() {
        provider.configure(confidentialClient().withScopes("read").withGrantTypes("client_credentials"));
        String token = tokens.exchange(SampleRequest.of("grant_type", "client_credentials"))
                .accessToken();
        JsonObject facts = introspect("app", token);
        assertThat(facts.getString("sub")).isEqualTo("app");
        assertThat(facts.getString("scope")).isEqualTo("read");
        assertThat(facts).doesNotContainKeys("username", "auth_time", "amr");
        provider.clock().forward(Duration.ofHours(1));
        assertInactive("app", token);
    }

    @Test
    @DisplayName("RFC 9701 5: a client that registered an algorithm gets a signed answer for it alone")
    void signs() {
        provider.configure(client().with(
                        new SignedAnswers(JwsAlgorithm.RS256, JwsAlgorithm.RS256, null, JwsAlgorithm.RS256, null)));
        IntrospectionAnswer answer = answer("app", redeem().accessToken());
        assertThat(answer.signed()).isTrue();
        assertThat(Jwt.header(answer.body()).getString("typ")).isEqualTo("token-introspection+jwt");
        JsonObject claims = Jwt.claims(answer.body());
        assertThat(claims.getString("aud")).isEqualTo("app");
        assertThat(claims.getJsonObject("token_introspection").getBoolean("active"))
                .isTrue();
    }

    @Test
    @DisplayName("RFC 7662 2.1: callers authenticate, public clients cannot, and the token must be there")
    void refusesStrangers() {
        provider.configure(publicClient());
        assertThatExceptionOfType(InvalidClient.class)
                .isThrownBy(() -> service()
                        .introspect(
                                SampleRequest.of("client_id", "app")
                                        .with("token", "x")
                                        .parameters(),
                                null,
                                FACTS));
        assertThatExceptionOfType(InvalidClient.class)
                .isThrownBy(() ->
                        service().introspect(SampleRequest.of("token", "x").parameters(), null, FACTS));
        provider.configure(client());
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> service()
                        .introspect(
                                SampleRequest.of("x", "y").parameters(),
                                SampleTokens.basic("app", SampleClient.SECRET),
                                FACTS))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    @Test
    @DisplayName("Architecture: introspection costs at most two statements")
    void keepsWithinTheBudget() {
        String token = redeem().accessToken();
        int before = provider.database().statements();
        introspect("app", token);
        introspect("app", "unknown");
        assertThat(provider.database().statements() - before).isEqualTo(3);
    }

    private TokenResponse redeem() {
        return tokens.exchange(
                validTokenRequest(browser.codeFor(validRequest().with("scope", "openid profile"), "alice")));
    }

    private void assertInactive(String caller, String token) {
        assertThat(answer(caller, token).body()).isEqualTo("{\"active\":false}");
    }

    private JsonObject introspect(String caller, String token) {
        return Json.createReader(new StringReader(answer(caller, token).body())).readObject();
    }

    private IntrospectionAnswer answer(String caller, String token) {
        return service()
                .introspect(
                        SampleRequest.of("token", token).parameters(),
                        SampleTokens.basic(caller, SampleClient.SECRET),
                        FACTS);
    }

    private IntrospectionService service() {
        return provider.service(IntrospectionService.class);
    }
}
