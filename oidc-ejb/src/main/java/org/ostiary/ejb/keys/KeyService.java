package org.ostiary.ejb.keys;

import static org.ostiary.persistence.client.CacheVersions.KEYS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.keys.SigningKey;
import org.ostiary.persistence.keys.SigningKeys;

/** The signing keys: generated once, sealed, stored, and opened into this node's memory. */
@Stateless
public class KeyService {

    private static final Logger LOG = Logger.getLogger(KeyService.class.getName());
    private static final int RSA_BITS = 3072;

    @Inject
    SigningKeys signingKeys;

    @Inject
    CacheVersions versions;

    @Inject
    Sealing sealing;

    @Inject
    SignatureEngine engine;

    @Inject
    KeyRing ring;

    @Inject
    Clock clock;

    /**
     * Opens the stored keys, after generating the first one if there is none.
     *
     * @throws org.ostiary.ejb.secret.WrongMasterKeyException when they were sealed under another master key
     */
    public void open() {
        // Raising the version holds the row, so that of two nodes at their first start only one generates.
        versions.raise(KEYS);
        if (signingKeys.all().isEmpty()) {
            signingKeys.add(generate());
        }
        ring.replace(signingKeys.all().stream().map(this::open).toList());
    }

    private SigningKey generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(RSA_BITS);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            LOG.info(() -> "Generated the signing key " + key.getKeyId() + " (RS256, " + RSA_BITS + " bits)");
            return new SigningKey(
                    key.getKeyId(),
                    key.getAlgorithm(),
                    key.toJson(OutputControlLevel.PUBLIC_ONLY),
                    sealing.seal(place(key.getKeyId()), key.toJson(OutputControlLevel.INCLUDE_PRIVATE)),
                    clock.instant());
        } catch (JoseException e) {
            throw new IllegalStateException("Generating a signing key failed", e);
        }
    }

    private OpenKey open(SigningKey stored) {
        try {
            RsaJsonWebKey key = (RsaJsonWebKey)
                    JsonWebKey.Factory.newJwk(sealing.open(place(stored.kid()), stored.sealedPrivate()));
            return new OpenKey(
                    stored.kid(), stored.algorithm(), engine.translate(key.getRsaPrivateKey()), stored.publicJwk());
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key " + stored.kid() + " is damaged", e);
        }
    }

    private static String place(String kid) {
        return "signing_key/sealed_private/" + kid;
    }
}
