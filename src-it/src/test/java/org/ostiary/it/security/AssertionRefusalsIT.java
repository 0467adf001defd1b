package org.ostiary.it.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertAlive;
import static org.ostiary.it.security.Refusals.assertTokenError;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;
import org.ostiary.it.server.TestKeys;

/** Clients that sign: what is accepted over the wire, and that whatever else is sent gets one and the same answer. */
@OnEveryServer
class AssertionRefusalsIT {
    private static final TestClient CLIENT = TestClients.PRIVATE_KEY_JWT;
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final OstiaryServer server;

    AssertionRefusalsIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("OIDC Core 9: private_key_jwt works, and each assertion once")
    void acceptsAPrivateKeyOnce() {
        TokenRequest asserted = redemption(CLIENT).with("client_assertion", signed(claims -> {}));
        assertAlive(server, asserted.tokens().accessToken());
        assertTokenError(asserted.send(), "invalid_client");
    }

    @Test
    @DisplayName("OIDC Core 9: client_secret_jwt works")
    void acceptsASecret() {
        JwtClaims claims = claims(TestClients.SECRET_JWT.id());
        byte[] secret = Objects.requireNonNull(TestClients.SECRET_JWT.secret()).getBytes(UTF_8);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKey(new HmacKey(secret));
        signature.setPayload(claims.toJson());
        TokenRequest asserted = redemption(TestClients.SECRET_JWT).with("client_assertion", compact(signature));
        assertAlive(server, asserted.tokens().accessToken());
    }

    @Test
    @DisplayName("D09 to D19: whatever is wrong with an assertion, the answer is the same and the code is not spent")
    void refusesAllAlike() {
        TokenRequest valid = redemption(CLIENT);
        String right = signed(claims -> {});
        String[] parts = right.split("\\.", -1);
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        String first = "";
        for (String wrong : List.of(
                signed(claims ->
                        claims.setAudience(server.endpoint("/api/oidc/token").toString())),
                signed(claims -> claims.setAudience(List.of(server.issuer().toString(), "https://other.test"))),
                signed(claims -> claims.setAudience("https://other.test")),
                signed(claims -> claims.unsetClaim("exp")),
                signed(claims -> claims.setExpirationTimeMinutesInTheFuture(60)),
                signed(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)),
                signed(claims -> claims.setIssuedAt(in(-7200))),
                signed(claims -> claims.setNotBefore(in(120))),
                signed(claims -> claims.unsetClaim("jti")),
                signed(claims -> claims.setIssuer("other")),
                signed(claims -> claims.setSubject("nobody")),
                signed(TestKeys.generate("of-tests"), claims(CLIENT.id())),
                signed(TestKeys.generate("' or 1=1--"), claims(CLIENT.id())),
                none + "." + parts[1] + ".",
                parts[0] + ".." + parts[2],
                right + ".",
                right + ".a.b",
                ".".repeat(7000),
                "{\"payload\":\"" + parts[1] + "\"}")) {
            Answer answer = valid.with("client_assertion", wrong).send();
            assertTokenError(answer, "invalid_client");
            String text = answer.body().replace(answer.header("X-Request-Id").orElseThrow(), "id");
            first = first.isEmpty() ? text : first;
            assertThat(text).isEqualTo(first);
            assertThat(answer.header("WWW-Authenticate")).isEmpty();
        }
        assertTokenError(
                valid.with("client_assertion", right).with("client_id", "other").send(), "invalid_client");
        assertTokenError(
                valid.with("client_assertion", right)
                        .with("client_assertion_type", "x")
                        .send(),
                "invalid_client");
        assertTokenError(
                valid.with("client_assertion", right).with("client_secret", "x").send(), "invalid_request");
        assertAlive(server, valid.with("client_assertion", right).tokens().accessToken());
    }

    private TokenRequest redemption(TestClient client) {
        AuthorizationRequest request = new RelyingParty(server, client).validRequest();
        String code = SignedIn.bob(server).authorize(request, TestAccounts.BOB).code();
        Parameters form = Parameters.none()
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", client.redirectUri())
                .with("code_verifier", request.verifier())
                .with("client_assertion_type", TYPE);
        return TokenRequest.of(server, form);
    }

    private JwtClaims claims(String clientId) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(server.issuer().toString());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        return claims;
    }

    private String signed(Consumer<JwtClaims> change) {
        JwtClaims claims = claims(CLIENT.id());
        change.accept(claims);
        return signed(TestKeys.PRIVATE_KEY_JWT, claims);
    }

    private static String signed(EllipticCurveJsonWebKey key, JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        return compact(signature);
    }

    private static String compact(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NumericDate in(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
