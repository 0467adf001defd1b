package org.ostiary.ejb.keys;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** Generates key pairs to sign with, each for one algorithm and named by its full thumbprint (RFC 7638). */
final class KeyPairs {

    private KeyPairs() {}

    /** A new pair for that algorithm; RSA, whose primes take Java's own provider seconds to find, comes from the engine. */
    static PublicJsonWebKey generate(JwsAlgorithm algorithm, int rsaBits, SignatureEngine engine) {
        try {
            PublicJsonWebKey key = pair(algorithm, rsaBits, engine);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm(algorithm.value());
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("Generating a signing key failed", e);
        }
    }

    private static PublicJsonWebKey pair(JwsAlgorithm algorithm, int rsaBits, SignatureEngine engine)
            throws JoseException {
        return switch (algorithm) {
            case RS256, PS256 ->
                RsaJwkGenerator.generateJwk(rsaBits, engine.providerOf("KeyPairGenerator", "RSA"), null);
            case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
            case ES384 -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
            case EDDSA -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            case HS256, NONE -> throw new IllegalArgumentException("Nothing here signs with " + algorithm.value());
        };
    }
}
