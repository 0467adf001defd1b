package org.ostiary.it.server;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The private keys of {@link TestClients}. */
public final class TestKeys {
    /** The key of the client {@code private-key-jwt}. */
    public static final EllipticCurveJsonWebKey PRIVATE_KEY_JWT = generate("of-tests");

    private TestKeys() {}

    /** A new P-256 key. */
    public static EllipticCurveJsonWebKey generate(String kid) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a client publishes of it. */
    public static String publicSet(EllipticCurveJsonWebKey key) {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
