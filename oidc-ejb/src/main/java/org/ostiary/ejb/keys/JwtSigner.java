package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.util.Objects;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** Signs JSON Web Tokens (RFC 7519) with the current key. */
@ApplicationScoped
public class JwtSigner {

    @Inject
    KeyRing keys;

    @Inject
    SignatureEngine engine;

    @Inject
    SignatureProof proof;

    @Inject
    Meters meters;

    /**
     * The token in compact form.
     *
     * @param type the media type for the {@code typ} header without {@code application/}; null for none
     * @param claims the JSON text of the claims set
     */
    public String sign(JwsAlgorithm algorithm, @Nullable String type, String claims) {
        OpenKey key = keys.signing(algorithm);
        PrivateKey privateKey = Objects.requireNonNull(key.privateKey(), "a key that signs has its private part");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setProviderContext(engine.context(privateKey));
        signature.setAlgorithmHeaderValue(key.algorithm());
        signature.setKeyIdHeaderValue(key.kid());
        if (type != null) {
            signature.setHeader("typ", type);
        }
        signature.setKey(privateKey);
        signature.setPayload(claims);
        try {
            long begin = System.nanoTime();
            String signed = signature.getCompactSerialization();
            meters.time("ostiary_signature", System.nanoTime() - begin, "algorithm", key.algorithm());
            proof.offer(signed, key.kid());
            return signed;
        } catch (JoseException e) {
            throw new IllegalStateException("Signing with the key " + key.kid() + " failed", e);
        }
    }
}
