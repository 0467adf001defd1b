package org.ostiary.ejb.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;
import org.ostiary.ejb.protocol.client.ClientClaims;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.IdTokenAudience;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.client.SubjectType;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.userinfo.UserInfoAnswer;
import org.ostiary.ejb.userinfo.UserInfoService;

class ClaimsAssemblyTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SampleTokens tokens = new SampleTokens(provider);

    ClaimsAssemblyTest() {
        String alice = provider.addAccount("alice");
        provider.database()
                .execute(
                        "update account set email = 'alice@example.org', claims = ? where id = ?",
                        "{\"given_name\":\"Alice\",\"address\":{\"country\":\"Wonderland\"},\"phone_number\":\"+1\","
                                + "\"phone_number_verified\":false,\"iss\":\"https://evil.test\",\"shoesize\":\"42\"}",
                        alice);
        provider.configure(client());
    }

    private static SampleClient client() {
        return confidentialClient().withScopes("openid", "profile", "email", "address", "phone", "groups");
    }

    @Test
    @DisplayName("OIDC Core 5.4: each scope releases its claims at userinfo, and nothing else does")
    void releasesByScope() {
        JsonObject claims = userInfo(redeem(validRequest().with("scope", "openid address phone")));
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder("sub", "address", "phone_number", "phone_number_verified");
        assertThat(claims.getJsonObject("address").getString("country")).isEqualTo("Wonderland");
        assertThat(userInfo(redeem(validRequest().with("scope", "openid profile")))
                        .keySet())
                .containsExactlyInAnyOrder("sub", "name", "given_name", "preferred_username", "updated_at");
    }

    @Test
    @DisplayName("OIDC Core 5.5: a claim that is named is released where it is named, once the person agreed to it")
    void releasesByName() {
        SampleRequest request = validRequest()
                .with("scope", "openid")
                .with(
                        "claims",
                        "{\"userinfo\":{\"given_name\":{\"essential\":true},\"unknown\":null},\"id_token\":{\"email\":null}}");
        Ask ask = (Ask) browser.start(request);
        browser.logIn(ask.interaction(), "alice", RunningProvider.PASSWORD);
        assertThat(browser.view(Page.CONSENT, ask.interaction()).orElseThrow().items())
                .extracting(AskedItem::item)
                .containsExactly("openid", "claim:given_name", "claim:email");
        browser.decide(ask.interaction(), true);
        TokenResponse response =
                tokens.exchange(validTokenRequest(SampleBrowser.codeOf(browser.resume(ask.interaction()))));
        assertThat(userInfo(response).keySet()).containsExactlyInAnyOrder("sub", "given_name");
        assertThat(idToken(response).getString("email")).isEqualTo("alice@example.org");
    }

    @Test
    @DisplayName("OIDC Core 5.5.1: a claim with another value than asked for is left out, one with that value is not")
    void releasesByValue() {
        JsonObject claims = userInfo(redeem(validRequest()
                .with("scope", "openid")
                .with(
                        "claims",
                        "{\"userinfo\":{\"email\":{\"value\":\"bob@example.org\"},"
                                + "\"given_name\":{\"values\":[\"Bob\",\"Alice\"]}}}")));
        assertThat(claims.keySet()).containsExactlyInAnyOrder("sub", "given_name");
    }

    @Test
    @DisplayName("S05: a claim of a scope that the client may not have is not released by name either")
    void releasesOnlyWhatTheClientMayHave() {
        provider.configure(client().withScopes("openid"));
        assertThat(userInfo(redeem(validRequest()
                                .with("scope", "openid")
                                .with("claims", "{\"userinfo\":{\"email\":null}}")))
                        .keySet())
                .containsExactly("sub");
    }

    @Test
    @DisplayName("OIDC Core 5.5.1: a request for another person is not answered for this one")
    void refusesAnotherSubject() {
        String sub = idToken(redeem(validRequest())).getString("sub");
        SampleRequest mine = validRequest().with("claims", "{\"id_token\":{\"sub\":{\"value\":\"" + sub + "\"}}}");
        SampleRequest other = validRequest().with("claims", "{\"id_token\":{\"sub\":{\"value\":\"someone\"}}}");
        assertThat(SampleBrowser.codeOf(browser.start(mine.with("prompt", "none"))))
                .isNotEmpty();
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(other.with("prompt", "none")))
                .satisfies(error -> assertThat(error.refusal().code()).isEqualTo(OAuthErrorCode.LOGIN_REQUIRED));
        assertThat(((Ask) browser.start(other)).page()).isEqualTo(Page.LOGIN);
    }

    @Test
    @DisplayName("OIDC Core 5.5.1.1: an essential acr that cannot be reached is an error, a voluntary one is not")
    void refusesAnEssentialAcr() {
        String acr = "{\"id_token\":{\"acr\":{\"essential\":%s,\"values\":[\"urn:test:gold\"]}}}";
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(validRequest().with("claims", acr.formatted(true))))
                .satisfies(error ->
                        assertThat(error.refusal().code()).isEqualTo(OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS));
        assertThat(browser.start(validRequest().with("claims", acr.formatted(false))))
                .isInstanceOf(Ask.class);
    }

    @ParameterizedTest
    @DisplayName("A01, OIDC Core 5.5: what is no claims request is refused")
    @ValueSource(strings = {"x", "[]", "{\"userinfo\":7}", "{\"id_token\":{\"email\":true}}", "{\"a\":1,\"a\":2}"})
    void refusesMalformedClaims(String claims) {
        assertThatExceptionOfType(RedirectedError.class)
                .isThrownBy(() -> browser.start(validRequest().with("claims", claims)))
                .satisfies(error -> assertThat(error.refusal().code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    @Test
    @DisplayName(
            "A client's ID and access tokens carry what it registered, and never in place of the protocol's claims")
    void addsRegisteredClaims() {
        provider.configure(client().with(new ClientClaims(
                        null,
                        Set.of("email", "groups", "iss"),
                        Set.of("email", "iss"),
                        Map.of(),
                        IdTokenAudience.SPECIFICATION))
                .with(new SignedAnswers(
                        JwsAlgorithm.ES256, JwsAlgorithm.RS256, JwsAlgorithm.ES384, null, JwsAlgorithm.EDDSA)));
        TokenResponse response = redeem(validRequest().with("scope", "openid email"));
        assertThat(idToken(response).getString("email")).isEqualTo("alice@example.org");
        assertThat(idToken(response)).doesNotContainKey("groups");
        assertThat(idToken(response).getString("iss")).isEqualTo("https://id.example.org");
        JsonObject accessToken = Jwt.claims(response.accessToken());
        assertThat(Jwt.header(response.accessToken()).getString("typ")).isEqualTo("at+jwt");
        assertThat(Jwt.header(response.accessToken()).getString("alg")).isEqualTo("EdDSA");
        assertThat(accessToken.getString("email")).isEqualTo("alice@example.org");
        assertThat(accessToken.keySet())
                .containsExactlyInAnyOrder(
                        "email",
                        "auth_time",
                        "acr",
                        "amr",
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "jti",
                        "client_id",
                        "scope");
        assertThat(accessToken.getString("sub")).isEqualTo(idToken(response).getString("sub"));
        UserInfoAnswer answer = provider.service(UserInfoService.class).answer(response.accessToken());
        assertThat(answer.signed()).isTrue();
        assertThat(Jwt.header(answer.body()).getString("alg")).isEqualTo("ES384");
        assertThat(Jwt.claims(answer.body()).getString("aud")).isEqualTo("app");
    }

    @Test
    @DisplayName(
            "A claims policy takes a claim from another attribute: of the account, of its address, of the operator's own")
    void takesClaimsFromOtherAttributes() {
        provider.configure(client().with(new ClientClaims(
                "policy",
                Set.of("nickname"),
                Set.of(),
                Map.of("nickname", "username", "locale", "country", "zoneinfo", "shoesize", "website", "nothing"),
                IdTokenAudience.SPECIFICATION)));
        TokenResponse response = redeem(validRequest().with("scope", "openid profile"));
        assertThat(idToken(response).getString("nickname")).isEqualTo("alice");
        JsonObject userinfo = Jwt.json(provider.service(UserInfoService.class)
                .answer(response.accessToken())
                .body());
        assertThat(userinfo.getString("locale")).isEqualTo("Wonderland");
        assertThat(userinfo.getString("zoneinfo")).isEqualTo("42");
        assertThat(userinfo).doesNotContainKey("website").containsKey("preferred_username");
    }

    @Test
    @DisplayName(
            "A claims policy may make ID tokens be for the resource servers too; usually they are for the client alone")
    void mergesAudiences() {
        SampleClient client = client().with(new ClientAudience(Set.of("https://api.test"), AudienceMode.EXPLICIT));
        SampleRequest request = validRequest().with("resource", "https://api.test");
        provider.configure(client);
        assertThat(idToken(redeem(request)).getString("aud")).isEqualTo("app");
        provider.configure(client.with(
                new ClientClaims("policy", Set.of(), Set.of(), Map.of(), IdTokenAudience.EXPERIMENTAL_MERGED)));
        JsonObject merged = idToken(redeem(request));
        assertThat(merged.getJsonArray("aud").getValuesAs(JsonString.class))
                .extracting(JsonString::getString)
                .containsExactly("app", "https://api.test");
        assertThat(merged.getString("azp")).isEqualTo("app");
        assertThat(idToken(redeem(validRequest())).getString("aud")).isEqualTo("app");
    }

    @Test
    @DisplayName("S20, OIDC Core 8: clients of one host share a name for a person, those of others have another")
    void namesPeopleBySector() {
        provider.configure(
                client(), inSector("one", "rp.test"), inSector("two", "rp.test"), inSector("three", "other.test"));
        List<String> subs =
                List.of("app", "one", "two", "three").stream().map(this::subFor).toList();
        assertThat(subs.get(1)).isEqualTo(subs.get(2)).isNotEqualTo(subs.get(0)).isNotEqualTo(subs.get(3));
        assertThat(Set.copyOf(subs)).hasSize(3);
        assertThat(provider.mostConnectionsAtOnce()).isOne();
    }

    private static SampleClient inSector(String id, String sector) {
        return client().called(id).with(new ClientSubject(SubjectType.PAIRWISE, null, sector));
    }

    private String subFor(String client) {
        String code = browser.codeFor(validRequest().with("client_id", client), "alice");
        provider.mostConnectionsAtOnce();
        return idToken(tokens.exchangeAs(client, validTokenRequest(code))).getString("sub");
    }

    private TokenResponse redeem(SampleRequest request) {
        return tokens.exchange(validTokenRequest(browser.codeFor(request, "alice")));
    }

    private JsonObject userInfo(TokenResponse response) {
        return Jwt.json(provider.service(UserInfoService.class)
                .answer(response.accessToken())
                .body());
    }

    private static JsonObject idToken(TokenResponse response) {
        return Jwt.claims(Objects.requireNonNull(response.idToken()));
    }
}
