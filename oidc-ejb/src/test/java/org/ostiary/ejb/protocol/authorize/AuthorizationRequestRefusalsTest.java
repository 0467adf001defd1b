package org.ostiary.ejb.protocol.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleClient.publicClient;
import static org.ostiary.ejb.fixture.SampleRequest.CHALLENGE;
import static org.ostiary.ejb.fixture.SampleRequest.VERIFIER;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_REQUEST;
import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_SCOPE;
import static org.ostiary.ejb.protocol.OAuthErrorCode.REGISTRATION_NOT_SUPPORTED;
import static org.ostiary.ejb.protocol.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static org.ostiary.ejb.protocol.OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.client.RegisteredClient;

class AuthorizationRequestRefusalsTest {

    private static final AuthorizationRules RULES =
            new AuthorizationRules(8, false, false, false, Set.copyOf(Scopes.KNOWN));
    private static final RegisteredClient CLIENT = confidentialClient().registered();

    @ParameterizedTest
    @DisplayName("B16, RFC 9700 2.1.2: no response type with an access token, and none that is not spelled right")
    @ValueSource(
            strings = {
                "token",
                "id_token token",
                "code token",
                "code id_token token",
                "none",
                "code code",
                "CODE",
                " code",
                "code ",
                "x"
            })
    void refusesOtherResponseTypes(String responseType) {
        refused(validRequest().with("response_type", responseType), UNSUPPORTED_RESPONSE_TYPE);
    }

    @Test
    @DisplayName("B16, RFC 6749 3.1.1: the response type is required")
    void refusesNoResponseType() {
        refused(validRequest().without("response_type"), INVALID_REQUEST);
        refused(validRequest().with("response_type", ""), INVALID_REQUEST);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1: a client that is not registered for code is unauthorized_client")
    void refusesAClientWithoutTheResponseType() {
        RegisteredClient client =
                confidentialClient().withResponseTypes("id_token").registered();
        refused(client, validRequest(), UNAUTHORIZED_CLIENT);
    }

    @ParameterizedTest
    @DisplayName("B16: a type that is supported and not registered is unauthorized_client")
    @ValueSource(strings = {"id_token", "code id_token", "id_token code"})
    void refusesUnregisteredResponseTypes(String responseType) {
        refused(validRequest().with("response_type", responseType), UNAUTHORIZED_CLIENT);
    }

    @ParameterizedTest
    @DisplayName("OIDC Registration 2: code needs the grant type authorization_code, id_token needs implicit")
    @CsvSource({
        "code,implicit",
        "id_token,authorization_code",
        "code id_token,authorization_code",
        "code id_token,implicit"
    })
    void refusesAClientWithoutTheGrantType(String responseType, String grantType) {
        refused(
                hybridClient().withGrantTypes(grantType).registered(),
                validRequest().with("response_type", responseType),
                UNAUTHORIZED_CLIENT);
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.2.2.1, 3.3.2.11: an ID token through the browser needs a nonce")
    @ValueSource(strings = {"id_token", "code id_token"})
    void refusesNoNonceWithAnIdToken(String responseType) {
        SampleRequest request = validRequest().with("response_type", responseType);
        refused(hybridClient().registered(), request.without("nonce"), INVALID_REQUEST);
        refused(hybridClient().registered(), request.with("nonce", ""), INVALID_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.2.2.1: an ID token needs the scope openid")
    @ValueSource(strings = {"id_token", "code id_token"})
    void refusesAnIdTokenWithoutOpenid(String responseType) {
        refused(
                hybridClient().registered(),
                validRequest().with("response_type", responseType).with("scope", "profile"),
                INVALID_SCOPE);
    }

    @Test
    @DisplayName("B10: a response type with a code needs PKCE, whatever else is in it")
    void refusesHybridWithoutAChallenge() {
        refused(
                hybridClient().registered(),
                validRequest().with("response_type", "code id_token").without("code_challenge"),
                INVALID_REQUEST);
    }

    private static SampleClient hybridClient() {
        return confidentialClient()
                .withGrantTypes("authorization_code", "implicit")
                .withResponseTypes("code", "id_token", "code id_token");
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.6: registrations are refused by name")
    void refusesRegistrations() {
        refused(validRequest().with("registration", "{}"), REGISTRATION_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 3.3: a request without any known scope is refused")
    @ValueSource(strings = {"", " ", "phone", "OPENID", "openid,profile", "offline_access"})
    void refusesNoKnownScope(String scope) {
        refused(validRequest().with("scope", scope), INVALID_SCOPE);
    }

    @Test
    @DisplayName("RFC 6749 3.3: a known scope the client may not have is refused")
    void refusesAScopeTheClientMayNotHave() {
        RegisteredClient client =
                confidentialClient().withScopes("openid", "profile").registered();
        refused(client, validRequest().with("scope", "openid groups"), INVALID_SCOPE);
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.1.2.1: none stands alone, and other prompts are refused")
    @ValueSource(strings = {"none login", "login none", "none consent", "create", "NONE", "x", "login,consent"})
    void refusesPrompts(String prompt) {
        refused(validRequest().with("prompt", prompt), INVALID_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("OIDC Core 3.1.2.1: max_age is a number of seconds and nothing else")
    @ValueSource(
            strings = {"-1", "+1", "1.5", "1e3", "0x10", " 1", "1 ", "a", "1000000000", "99999999999999999999", "\u0661"
            })
    void refusesOtherMaxAges(String maxAge) {
        refused(validRequest().with("max_age", maxAge), INVALID_REQUEST);
    }

    @Test
    @DisplayName("B10, RFC 9700 2.1.1: a client that must use PKCE is refused without it")
    void refusesNoChallengeWhereRequired() {
        SampleRequest request = validRequest().without("code_challenge", "code_challenge_method");
        refused(request, INVALID_REQUEST);
        refused(publicClient().registered(), request, INVALID_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("B13, RFC 7636 4.4.1: no method but S256")
    @ValueSource(strings = {"plain", "s256", "S257", "S256 ", "none", ""})
    void refusesOtherMethods(String method) {
        refused(validRequest().with("code_challenge_method", method), INVALID_REQUEST);
        refused(
                confidentialClient().withoutPkce().registered(),
                validRequest().with("code_challenge_method", method),
                INVALID_REQUEST);
    }

    @Test
    @DisplayName("B13, RFC 7636 4.3: a missing method means plain, which is not allowed here")
    void refusesNoMethod() {
        refused(validRequest().without("code_challenge_method"), INVALID_REQUEST);
    }

    @Test
    @DisplayName("B13: a method without a challenge is refused, also where PKCE is optional")
    void refusesAMethodWithoutAChallenge() {
        RegisteredClient client = confidentialClient().withoutPkce().registered();
        refused(client, validRequest().without("code_challenge"), INVALID_REQUEST);
        refused(client, validRequest().with("code_challenge", ""), INVALID_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("B13, RFC 7636 4.2: a challenge has 43 characters of base64url")
    @ValueSource(
            strings = {
                "short",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM"
            })
    void refusesChallengesOfAnotherShape(String challenge) {
        refused(validRequest().with("code_challenge", challenge), INVALID_REQUEST);
        refused(validRequest().with("code_challenge", CHALLENGE.replace('-', '+')), INVALID_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("RFC 7636 4.1: a plain challenge has the shape of a verifier")
    @ValueSource(ints = {42, 129})
    void refusesPlainChallengesOfAnotherShape(int length) {
        SampleRequest request =
                validRequest().with("code_challenge", "a".repeat(length)).with("code_challenge_method", "plain");
        refused(
                CLIENT,
                request,
                new AuthorizationRules(8, true, false, false, Set.copyOf(Scopes.KNOWN)),
                INVALID_REQUEST);
    }

    @Test
    void refusesAnUnknownMethodAlsoWherePlainIsAllowed() {
        SampleRequest request = validRequest().with("code_challenge", VERIFIER).with("code_challenge_method", "S512");
        refused(
                CLIENT,
                request,
                new AuthorizationRules(8, true, false, false, Set.copyOf(Scopes.KNOWN)),
                INVALID_REQUEST);
    }

    @Test
    @DisplayName("S15: a client with a method of its own must use that one, also where the server takes another")
    void refusesAnotherMethodThanTheClients() {
        AuthorizationRules plain = new AuthorizationRules(8, true, false, false, Set.copyOf(Scopes.KNOWN));
        SampleClient client = confidentialClient().withoutPkce();
        RegisteredClient s256 =
                client.with(new ClientStrictness(false, null, "S256", null)).registered();
        refused(
                s256,
                validRequest().with("code_challenge", VERIFIER).with("code_challenge_method", "plain"),
                plain,
                INVALID_REQUEST);
        refused(s256, validRequest().without("code_challenge", "code_challenge_method"), plain, INVALID_REQUEST);
        RegisteredClient plainOnly =
                client.with(new ClientStrictness(false, null, "plain", null)).registered();
        refused(plainOnly, validRequest(), plain, INVALID_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 10.10: without PKCE neither a short state nor a short nonce is enough")
    @CsvSource({"1234567,1234567", "1234567,", ",1234567", ","})
    void refusesShortStates(String state, String nonce) {
        SampleRequest request = validRequest()
                .without("code_challenge", "code_challenge_method")
                .with("state", state == null ? "" : state)
                .with("nonce", nonce == null ? "" : nonce);
        refused(confidentialClient().withoutPkce().registered(), request, INVALID_REQUEST);
    }

    /** As the last one, or within another one. */
    private static boolean toldAsJudged(Rule rule, JudgedRules judged) {
        List<Rule> all = judged.all();
        return rule.equals(all.get(all.size() - 1))
                || rule.id().startsWith("resource-")
                || rule.id().equals("parameter-present");
    }

    private static void refused(SampleRequest request, OAuthErrorCode code) {
        refused(CLIENT, request, code);
    }

    private static void refused(RegisteredClient client, SampleRequest request, OAuthErrorCode code) {
        refused(client, request, RULES, code);
    }

    private static void refused(
            RegisteredClient client, SampleRequest request, AuthorizationRules rules, OAuthErrorCode code) {
        JudgedRules judged = new JudgedRules();
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> AuthorizationRequestRules.read(client, request.parameters(), rules, judged))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(toldAsJudged(refusal.rule(), judged))
                        .as("a dry run says that it was judged by " + refusal.rule())
                        .isTrue());
    }
}
