package org.ostiary.ejb.protocol.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.CHALLENGE;
import static org.ostiary.ejb.fixture.SampleRequest.VERIFIER;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.ClientDefaults;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;

class AuthorizationRequestRulesTest {

    private static final AuthorizationRules RULES =
            new AuthorizationRules(8, false, false, false, Set.copyOf(Scopes.KNOWN));
    private static final AuthorizationRules WITH_PLAIN =
            new AuthorizationRules(8, true, false, false, Set.copyOf(Scopes.KNOWN));

    @Test
    @DisplayName("OIDC Core 3.1.2.1: a valid request is read")
    void readsAValidRequest() {
        assertThat(read(validRequest()
                        .with("prompt", "login consent")
                        .with("max_age", "0")
                        .with("display", "popup")
                        .with("login_hint", "alice")
                        .with("id_token_hint", "a.b.c")
                        .with("acr_values", "urn:x:high urn:x:low")
                        .with("ui_locales", "de-CH de  en_US en de x-- 12")
                        .with("claims_locales", "fr")))
                .isEqualTo(new AuthorizationRequest(
                        ResponseType.CODE,
                        Set.of("openid", "profile"),
                        Set.of(),
                        null,
                        Set.of(Prompt.LOGIN, Prompt.CONSENT),
                        Display.POPUP,
                        Duration.ZERO,
                        new CodeChallenge(CHALLENGE),
                        "a nonce of the client",
                        List.of("urn:x:high", "urn:x:low"),
                        new PersonHint("alice", "a.b.c"),
                        new RequestedLocales(List.of("de-CH", "de", "en"), List.of("fr"))));
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: languages that are none, or too many, are no error")
    void takesAnyLanguages() {
        String many = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca";
        assertThat(read(validRequest().with("ui_locales", many)).locales().pages())
                .hasSize(20)
                .startsWith("aa");
        assertThat(read(validRequest()).locales()).isEqualTo(new RequestedLocales(List.of(), List.of()));
    }

    @Test
    @DisplayName("Initiating User Registration 4: create is known where people may register")
    void knowsCreateWherePeopleMayRegister() {
        assertThat(RULES.promptsKnown()).doesNotContain(Prompt.CREATE);
        AuthorizationRules open = new AuthorizationRules(8, false, false, true, Set.copyOf(Scopes.KNOWN));
        RegisteredClient client = confidentialClient().registered();
        assertThat(AuthorizationRequestRules.read(
                                client, validRequest().with("prompt", "create").parameters(), open)
                        .prompts())
                .containsExactly(Prompt.CREATE);
    }

    @Test
    void readsARequestWithoutAnythingOptional() {
        AuthorizationRequest request = read(validRequest().without("nonce", "state"));
        assertThat(request.prompts()).isEmpty();
        assertThat(request.display()).isEqualTo(Display.PAGE);
        assertThat(request.maxAge()).isNull();
        assertThat(request.nonce()).isNull();
        assertThat(request.hint().login()).isNull();
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: unknown scopes and parameters are ignored")
    void ignoresWhatItDoesNotKnow() {
        assertThat(read(validRequest()
                                .with("scope", "openid fax https://api.test/read openid")
                                .with("foo", "bar")
                                .with("ui_locales", "xx")
                                .with("acr_values", "9")
                                .with("id_token_hint", "rubbish"))
                        .scopes())
                .containsExactly("openid");
    }

    @Test
    @DisplayName("RFC 6749 3.3: a request without openid is plain OAuth")
    void takesAScopeWithoutOpenid() {
        assertThat(read(validRequest().with("scope", "profile")).scopes()).containsExactly("profile");
    }

    @ParameterizedTest
    @EnumSource
    void readsEachDisplay(Display display) {
        assertThat(read(validRequest().with("display", display.value())).display())
                .isEqualTo(display);
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: a display that nobody knows is no error")
    void takesAnUnknownDisplayForAPage() {
        assertThat(read(validRequest().with("display", "hologram")).display()).isEqualTo(Display.PAGE);
        assertThat(read(validRequest().with("display", "POPUP")).display()).isEqualTo(Display.PAGE);
    }

    @ParameterizedTest
    @EnumSource
    void readsEachPrompt(Prompt prompt) {
        AuthorizationRules all = new AuthorizationRules(8, false, false, true, Set.copyOf(Scopes.KNOWN));
        SampleRequest request = validRequest().with("prompt", prompt.value());
        assertThat(AuthorizationRequestRules.read(confidentialClient().registered(), request.parameters(), all)
                        .asks(prompt))
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.1.2.1: max_age is a number of seconds")
    @CsvSource({"0,0", "1,1", "007,7", "999999999,999999999"})
    void readsMaxAge(String text, long seconds) {
        assertThat(read(validRequest().with("max_age", text)).maxAge()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    @DisplayName("RFC 9700 2.1.1: a confidential client may leave PKCE out where the operator allows it")
    void readsARequestWithoutPkce() {
        RegisteredClient client = confidentialClient().withoutPkce().registered();
        SampleRequest request = validRequest().without("code_challenge", "code_challenge_method");
        assertThat(AuthorizationRequestRules.read(client, request.parameters(), RULES)
                        .codeChallenge())
                .isNull();
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 10.10: without PKCE a state or a nonce that is long enough will do")
    @CsvSource({"state,nonce", "nonce,state"})
    void takesEitherStateOrNonce(String given, String left) {
        RegisteredClient client = confidentialClient().withoutPkce().registered();
        SampleRequest request = validRequest()
                .without("code_challenge", "code_challenge_method", left)
                .with(given, "12345678");
        assertThat(AuthorizationRequestRules.read(client, request.parameters(), RULES))
                .isNotNull();
    }

    @Test
    void measuresNothingWhereTheOperatorSwitchedItOff() {
        RegisteredClient client = confidentialClient().withoutPkce().registered();
        SampleRequest request = validRequest().without("code_challenge", "code_challenge_method", "state", "nonce");
        assertThat(AuthorizationRequestRules.read(
                        client,
                        request.parameters(),
                        new AuthorizationRules(-1, false, false, false, Set.copyOf(Scopes.KNOWN))))
                .isNotNull();
    }

    @ParameterizedTest
    @DisplayName("RFC 7636 4.3: where plain is allowed, it is named or meant")
    @CsvSource({"plain", ","})
    void readsAPlainChallengeWhereAllowed(String method) {
        SampleRequest request = validRequest().with("code_challenge", VERIFIER);
        SampleRequest complete = method == null
                ? request.without("code_challenge_method")
                : request.with("code_challenge_method", method);
        assertThat(AuthorizationRequestRules.read(confidentialClient().registered(), complete.parameters(), WITH_PLAIN)
                        .codeChallenge())
                .isEqualTo(new CodeChallenge(CHALLENGE));
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.2.2.1, 3.3.2.1: a client that is registered for it may have an ID token at once")
    @CsvSource({"id_token,ID_TOKEN", "code id_token,CODE_ID_TOKEN", "id_token code,CODE_ID_TOKEN"})
    void readsResponseTypesWithAnIdToken(String text, ResponseType type) {
        assertThat(hybrid(validRequest().with("response_type", text)).responseType())
                .isEqualTo(type);
    }

    @Test
    @DisplayName("Registration 1.0 2: default_max_age counts where the request has no max_age")
    void knowsTheClientsMaxAge() {
        RegisteredClient client = confidentialClient()
                .with(new ClientDefaults(Duration.ofMinutes(5), false, Set.of()))
                .registered();
        assertThat(AuthorizationRequestRules.read(client, validRequest().parameters(), RULES)
                        .maxAge())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(AuthorizationRequestRules.read(
                                client, validRequest().with("max_age", "7").parameters(), RULES)
                        .maxAge())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    @DisplayName("RFC 7636 4.3: where no code is asked for there is nothing to challenge")
    void needsNoChallengeWithoutACode() {
        SampleRequest request = validRequest().with("response_type", "id_token");
        assertThat(hybrid(request).codeChallenge()).isNull();
        assertThat(hybrid(request.without("code_challenge", "code_challenge_method"))
                        .codeChallenge())
                .isNull();
    }

    @Test
    @DisplayName("OIDC Core 11: offline_access is ignored where no code is asked for")
    void ignoresOfflineAccessWithoutACode() {
        SampleRequest request = validRequest().with("scope", "openid offline_access");
        assertThat(hybrid(request.with("response_type", "id_token")).scopes()).containsExactly("openid");
        assertThat(hybrid(request.with("response_type", "code id_token")).scopes())
                .containsExactly("openid", "offline_access");
    }

    private static AuthorizationRequest hybrid(SampleRequest request) {
        RegisteredClient client = confidentialClient()
                .withScopes("openid", "profile", "offline_access")
                .withGrantTypes("authorization_code", "implicit", "refresh_token")
                .withResponseTypes("code", "id_token", "code id_token")
                .registered();
        return AuthorizationRequestRules.read(client, request.parameters(), RULES);
    }

    private static AuthorizationRequest read(SampleRequest request) {
        return AuthorizationRequestRules.read(confidentialClient().registered(), request.parameters(), RULES);
    }
}
