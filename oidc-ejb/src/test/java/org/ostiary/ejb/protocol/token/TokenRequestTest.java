package org.ostiary.ejb.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TokenRequest.AuthorizationCodeRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.ClientCredentialsRequest;
import org.ostiary.ejb.protocol.token.TokenRequest.RefreshRequest;

class TokenRequestTest {

    private static final RegisteredClient CLIENT = confidentialClient().registered();

    @Test
    @DisplayName("RFC 6749 4.1.3: code, redirect_uri and code_verifier are read")
    void readsAnAuthorizationCodeRequest() {
        assertThat(TokenRequest.parse(CLIENT, validTokenRequest("c").parameters()))
                .isEqualTo(
                        new AuthorizationCodeRequest("c", SampleClient.REDIRECT_URI, SampleRequest.VERIFIER, Set.of()));
    }

    @Test
    void takesNoVerifierForNone() {
        assertThat(TokenRequest.parse(
                        CLIENT, validTokenRequest("c").without("code_verifier").parameters()))
                .isEqualTo(new AuthorizationCodeRequest("c", SampleClient.REDIRECT_URI, null, Set.of()));
    }

    @Test
    @DisplayName("RFC 6749 6, RFC 8707 2: refresh_token, scope and every resource are read")
    void readsARefreshRequest() {
        RegisteredClient client =
                confidentialClient().withGrantTypes("refresh_token").registered();
        assertThat(
                        TokenRequest.parse(
                                client,
                                RequestParameters.parse(
                                        "grant_type=refresh_token&refresh_token=r&scope=openid&resource=https://a.test&resource=https://b.test")))
                .isEqualTo(new RefreshRequest("r", "openid", Set.of("https://a.test", "https://b.test")));
    }

    @Test
    @DisplayName("RFC 6749 4.4.2: a scope is optional")
    void readsAClientCredentialsRequest() {
        RegisteredClient client =
                confidentialClient().withGrantTypes("client_credentials").registered();
        assertThat(TokenRequest.parse(client, RequestParameters.parse("grant_type=client_credentials")))
                .isEqualTo(new ClientCredentialsRequest(null, Set.of()));
    }

    @ParameterizedTest
    @DisplayName("C22, RFC 6749 5.2: a grant type that is not supported is named so")
    @ValueSource(
            strings = {
                "password",
                "implicit",
                "Client_Credentials",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:ietf:params:oauth:grant-type:device_code",
                "AUTHORIZATION_CODE",
                "authorization_code ",
                "x"
            })
    void refusesOtherGrantTypes(String grantType) {
        refused(validTokenRequest("c").with("grant_type", grantType), CLIENT, OAuthErrorCode.UNSUPPORTED_GRANT_TYPE);
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 5.2: a missing parameter is invalid_request")
    @ValueSource(strings = {"grant_type", "code"})
    void refusesWithout(String name) {
        refused(validTokenRequest("c").without(name), CLIENT, OAuthErrorCode.INVALID_REQUEST);
        refused(validTokenRequest("c").with(name, ""), CLIENT, OAuthErrorCode.INVALID_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("C22, RFC 6749 5.2: a supported grant type that the client is not registered for")
    @ValueSource(strings = {"client_credentials", "refresh_token"})
    void refusesUnregisteredGrantTypes(String grantType) {
        refused(validTokenRequest("c").with("grant_type", grantType), CLIENT, OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    @Test
    @DisplayName("RFC 6749 5.2: a client that is not registered for the grant type is unauthorized_client")
    void refusesAClientWithoutTheGrantType() {
        refused(
                validTokenRequest("c"),
                confidentialClient().withGrantTypes("implicit").registered(),
                OAuthErrorCode.UNAUTHORIZED_CLIENT);
    }

    @Test
    @DisplayName("RFC 6749 5.1: the answer has its registered members, and an ID token only when there is one")
    void answersWithRegisteredMembers() {
        TokenResponse response = new TokenResponse("at", Duration.ofHours(1), "openid email", "rt", "idt");
        assertThat(response.members())
                .containsEntry("access_token", "at")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 3600L)
                .containsEntry("scope", "openid email")
                .containsEntry("refresh_token", "rt")
                .containsEntry("id_token", "idt")
                .hasSize(6);
        assertThat(new TokenResponse("at", Duration.ofHours(1), "email", null, null).members())
                .doesNotContainKeys("id_token", "refresh_token");
    }

    private static void refused(SampleRequest request, RegisteredClient client, OAuthErrorCode code) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> TokenRequest.parse(client, request.parameters()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
