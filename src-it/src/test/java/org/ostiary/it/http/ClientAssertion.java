package org.ostiary.it.http;

import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestKeys;

/** What a client signs to prove who it is (RFC 7523, section 2.2), with {@link TestKeys#PRIVATE_KEY_JWT}; each is new. */
public final class ClientAssertion {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private ClientAssertion() {}

    /** The parameters that a request carries. */
    public static Parameters parameters(OstiaryServer server, TestClient client) {
        return Parameters.none()
                .with("client_assertion_type", TYPE)
                .with("client_assertion", signed(TestKeys.PRIVATE_KEY_JWT.getKeyId(), server, client));
    }

    /** An assertion that names this key, whether the client has it or not; signed by the client's own. */
    public static String signed(String kid, OstiaryServer server, TestClient client) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(client.id());
        claims.setSubject(client.id());
        claims.setAudience(server.issuer().toString());
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(kid);
        signature.setKey(TestKeys.PRIVATE_KEY_JWT.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
