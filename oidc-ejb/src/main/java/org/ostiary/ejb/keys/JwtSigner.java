package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs JSON Web Tokens (RFC 7519) with the current key. */
@ApplicationScoped
public class JwtSigner {

    @Inject
    KeyRing keys;

    @Inject
    SignatureEngine engine;

    /** The token in compact form; {@code claims} is the JSON text of its claims set. */
    public String sign(String claims) {
        OpenKey key = keys.signing();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setProviderContext(engine.context());
        signature.setAlgorithmHeaderValue(key.algorithm());
        signature.setKeyIdHeaderValue(key.kid());
        signature.setKey(key.privateKey());
        signature.setPayload(claims);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Signing with the key " + key.kid() + " failed", e);
        }
    }
}
