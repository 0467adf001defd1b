package org.ostiary.it.server;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key that {@link TestClients#SIGNING} signs its requests with, another one in each test run. */
public final class RequestObjectKey {
    private static final PublicJsonWebKey KEY = generate();

    private RequestObjectKey() {}

    static String jwkSet() {
        return "{\"keys\":[" + KEY.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    /** These claims, signed. */
    public static String sign(String claims) {
        return sign(claims, KEY);
    }

    /** The same with a key that nobody registered, under the name of the one that is. */
    public static String forge(String claims) {
        return sign(claims, generate());
    }

    private static String sign(String claims, PublicJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "oauth-authz-req+jwt");
        signature.setPayload(claims);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey generate() {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("signs-requests");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
