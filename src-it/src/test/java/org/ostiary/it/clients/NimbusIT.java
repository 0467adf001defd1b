package org.ostiary.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.jarm.JARMValidator;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;

/** Nimbus' SDK, which parses strictly, reads every answer and verifies every signature. */
@DisplayName("Nimbus")
class NimbusIT {
    private static final WebApiClient CLIENT = WebApiClient.of("nimbus", "private_key_jwt")
            .with("id-token-signed-response-alg", "ES256")
            .with("authorization-signed-response-alg", "ES256")
            .with("response-modes", "query.jwt,jwt");
    private static final ClientID ID = new ClientID("nimbus");
    private static final URI REDIRECT_URI = URI.create(WebApiClient.REDIRECT_URI);

    private static OstiaryServer server;
    private static OIDCProviderMetadata metadata;
    private static JWKSet keys;

    @BeforeAll
    static void start() throws Exception {
        server = Servers.fresh(
                Flavour.MICRO_H2, ServerSettings.standard().withAll(WebApiClient.configurationOf(List.of(CLIENT))));
        server.start();
        UserAgent agent = new UserAgent();
        metadata = OIDCProviderMetadata.parse(
                agent.get(server.endpoint("/.well-known/openid-configuration")).body());
        keys = JWKSet.parse(agent.get(metadata.getJWKSetURI()).body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("Discovery says what the SDK needs to know for all of it")
    void readsTheMetadata() {
        assertThat(metadata.getPushedAuthorizationRequestEndpointURI()).isNotNull();
        assertThat(metadata.getIntrospectionEndpointURI()).isNotNull();
        assertThat(metadata.getRevocationEndpointURI()).isNotNull();
        assertThat(metadata.getTokenEndpointJWSAlgs()).contains(JWSAlgorithm.ES256);
        assertThat(metadata.getAuthorizationJWSAlgs()).contains(JWSAlgorithm.ES256);
        assertThat(metadata.getResponseModes()).contains(ResponseMode.JWT);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    }

    @Test
    @DisplayName("PAR, JARM, private_key_jwt, refresh, introspection and revocation in one life")
    void livesAWholeLife() throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        Nonce nonce = new Nonce();
        AuthorizationCode code = authorize(verifier, nonce);
        OIDCTokenResponse first = tokens(new AuthorizationCodeGrant(code, REDIRECT_URI, verifier));
        IDTokenClaimsSet claims = validator().validate(first.getOIDCTokens().getIDToken(), nonce);
        RefreshToken refreshToken = first.getOIDCTokens().getRefreshToken();
        OIDCTokenResponse second = tokens(new RefreshTokenGrant(refreshToken));
        IDTokenClaimsSet refreshed = validator().validate(second.getOIDCTokens().getIDToken(), null);
        assertThat(refreshed.getSubject()).isEqualTo(claims.getSubject());
        assertThat(refreshed.getAuthenticationTime()).isEqualTo(claims.getAuthenticationTime());
        assertThat(second.getOIDCTokens().getRefreshToken()).isNotEqualTo(refreshToken);
        Token accessToken = second.getOIDCTokens().getAccessToken();
        assertThat(introspect(accessToken).isActive()).isTrue();
        assertThat(introspect(accessToken).getSubject()).isEqualTo(claims.getSubject());
        assertThat(revoke(second.getOIDCTokens().getRefreshToken()).getStatusCode())
                .isEqualTo(200);
        assertThat(introspect(accessToken).isActive()).isFalse();
        assertThat(TokenErrorResponse.parse(send(
                                new RefreshTokenGrant(second.getOIDCTokens().getRefreshToken())))
                        .getErrorObject()
                        .getCode())
                .isEqualTo("invalid_grant");
    }

    private static AuthorizationCode authorize(CodeVerifier verifier, Nonce nonce) throws Exception {
        State state = new State();
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        new ResponseType("code"), new Scope("openid", "offline_access"), ID, REDIRECT_URI)
                .state(state)
                .nonce(nonce)
                .responseMode(ResponseMode.JWT)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        URI pushed = PushedAuthorizationResponse.parse(new PushedAuthorizationRequest(
                                metadata.getPushedAuthorizationRequestEndpointURI(), authentication(), request)
                        .toHTTPRequest()
                        .send())
                .toSuccessResponse()
                .getRequestURI();
        URI location = new AuthorizationRequest.Builder(pushed, ID)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .build()
                .toURI();
        AuthorizationResponse response = AuthorizationResponse.parse(
                new Journey(server).authorize(location, TestAccounts.ALICE).address(),
                new JARMValidator(issuer(), ID, JWSAlgorithm.ES256, keys));
        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.getState()).isEqualTo(state);
        return response.toSuccessResponse().getAuthorizationCode();
    }

    private static OIDCTokenResponse tokens(AuthorizationGrant grant) throws Exception {
        return (OIDCTokenResponse) OIDCTokenResponseParser.parse(send(grant)).toSuccessResponse();
    }

    private static HTTPResponse send(AuthorizationGrant grant) throws Exception {
        return new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(), grant)
                .build()
                .toHTTPRequest()
                .send();
    }

    private static TokenIntrospectionSuccessResponse introspect(Token token) throws Exception {
        return TokenIntrospectionResponse.parse(
                        new TokenIntrospectionRequest(metadata.getIntrospectionEndpointURI(), authentication(), token)
                                .toHTTPRequest()
                                .send())
                .toSuccessResponse();
    }

    private static HTTPResponse revoke(Token token) throws Exception {
        return new TokenRevocationRequest(metadata.getRevocationEndpointURI(), authentication(), token)
                .toHTTPRequest()
                .send();
    }

    /** With the issuer as audience (the draft that updates RFC 7523). */
    private static ClientAuthentication authentication() throws Exception {
        ECKey key = ECKey.parse(CLIENT.privateJwk());
        return new PrivateKeyJWT(ID, issuerUri(), JWSAlgorithm.ES256, key.toPrivateKey(), key.getKeyID(), null);
    }

    private static IDTokenValidator validator() {
        return new IDTokenValidator(issuer(), ID, JWSAlgorithm.ES256, keys);
    }

    private static Issuer issuer() {
        return metadata.getIssuer();
    }

    private static URI issuerUri() {
        return server.issuer();
    }
}
