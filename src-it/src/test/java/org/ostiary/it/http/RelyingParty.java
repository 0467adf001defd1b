package org.ostiary.it.http;

import java.net.http.HttpRequest;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClient;

/** An application and its provider: valid requests to start from, and what is done with the answers. */
public final class RelyingParty {
    private final OstiaryServer server;
    private final TestClient client;

    /** This client at that server. */
    public RelyingParty(OstiaryServer server, TestClient client) {
        this.server = server;
        this.client = client;
    }

    /** A complete authorization request; each call has its own state, nonce and verifier. */
    public AuthorizationRequest validRequest() {
        return AuthorizationRequest.valid(client);
    }

    /** The token request that redeems the code of this authorization request, authenticated as the client. */
    public TokenRequest redemption(AuthorizationRequest request, String code) {
        Parameters form = Parameters.none()
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", request.parameters().find("redirect_uri").orElse(client.redirectUri()));
        TokenRequest redemption = TokenRequest.of(server, form).as(client);
        return request.parameters().find("code_challenge").isPresent()
                ? redemption.with("code_verifier", request.verifier())
                : redemption;
    }

    /** The token request that uses this refresh token, authenticated as the client. */
    public TokenRequest refresh(String refreshToken) {
        Parameters form = Parameters.none().with("grant_type", "refresh_token").with("refresh_token", refreshToken);
        return TokenRequest.of(server, form).as(client);
    }

    /** From the first request to the tokens, in a browser of its own. */
    public Tokens tokensFor(TestAccount account, AuthorizationRequest request) {
        return tokensFor(new Journey(server), account, request);
    }

    /** From the first request to the tokens, in this journey's browser. */
    public Tokens tokensFor(Journey journey, TestAccount account, AuthorizationRequest request) {
        return redemption(request, journey.authorize(request, account).code()).tokens();
    }

    /** Asks the userinfo endpoint with a bearer header. */
    public Answer userinfo(String accessToken) {
        return new UserAgent()
                .send(HttpRequest.newBuilder(server.endpoint("/api/oidc/userinfo"))
                        .header("Authorization", "Bearer " + accessToken));
    }

    /** What this client pushes before it sends the browser (RFC 9126), authenticated as the client. */
    public Answer push(Parameters parameters) {
        return TokenRequest.of(server, parameters).as(client).sendTo("/api/oidc/pushed-authorization-request");
    }

    /** The request that names what was pushed, and nothing else. */
    public AuthorizationRequest pushed(AuthorizationRequest request) {
        Parameters name = Parameters.none()
                .with("client_id", client.id())
                .with(
                        "request_uri",
                        String.valueOf(push(request.parameters()).json().get("request_uri")));
        return new AuthorizationRequest(client, name, request.verifier());
    }

    /** The claims of an authorization response that was signed for this client (JARM). */
    public Map<String, Object> verifiedResponse(String response) {
        return claims(response, consumer().build());
    }

    /** The claims of an ID token after signature, issuer, audience and times were verified with the published keys. */
    public Map<String, Object> verifiedIdToken(Tokens tokens) {
        return verifiedIdToken(tokens.idToken());
    }

    /** The same for one that came through the browser. */
    public Map<String, Object> verifiedIdToken(String idToken) {
        return claims(
                idToken, consumer().setRequireIssuedAt().setRequireSubject().build());
    }

    private JwtConsumerBuilder consumer() {
        try {
            String keys = new UserAgent().get(server.endpoint("/jwks.json")).body();
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                    .setExpectedIssuer(true, server.issuer().toString())
                    .setExpectedAudience(true, client.id())
                    .setRequireExpirationTime();
        } catch (JoseException e) {
            throw new AssertionError("No key set", e);
        }
    }

    private static Map<String, Object> claims(String token, JwtConsumer consumer) {
        try {
            return consumer.processToClaims(token).getClaimsMap();
        } catch (InvalidJwtException e) {
            throw new AssertionError("The token does not verify: " + token, e);
        }
    }
}
