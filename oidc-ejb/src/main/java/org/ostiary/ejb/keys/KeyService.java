package org.ostiary.ejb.keys;

import static org.ostiary.persistence.client.CacheVersions.KEYS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
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
     * Opens the stored keys, after generating one for each algorithm that has none.
     *
     * @throws org.ostiary.ejb.secret.WrongMasterKeyException when they were sealed under another master key
     */
    public void open() {
        // Raising the version holds the row, so that of two nodes at their first start only one generates.
        versions.raise(KEYS);
        Set<String> known =
                signingKeys.all().stream().map(SigningKey::algorithm).collect(Collectors.toSet());
        JwsAlgorithm.SIGNING.stream()
                .filter(algorithm -> !known.contains(algorithm.value()))
                .forEach(algorithm -> signingKeys.add(generate(algorithm)));
        ring.replace(signingKeys.all().stream().map(this::open).toList());
    }

    private SigningKey generate(JwsAlgorithm algorithm) {
        PublicJsonWebKey key = KeyPairs.generate(algorithm, RSA_BITS, engine);
        LOG.info(() -> "Generated the signing key " + key.getKeyId() + " for " + algorithm.value());
        return new SigningKey(
                key.getKeyId(),
                key.getAlgorithm(),
                key.toJson(OutputControlLevel.PUBLIC_ONLY),
                sealing.seal(place(key.getKeyId()), key.toJson(OutputControlLevel.INCLUDE_PRIVATE)),
                clock.instant());
    }

    private OpenKey open(SigningKey stored) {
        try {
            PublicJsonWebKey key =
                    PublicJsonWebKey.Factory.newPublicJwk(sealing.open(place(stored.kid()), stored.sealedPrivate()));
            return new OpenKey(
                    stored.kid(), stored.algorithm(), engine.translate(key.getPrivateKey()), stored.publicJwk());
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key " + stored.kid() + " is damaged", e);
        }
    }

    private static String place(String kid) {
        return "signing_key/sealed_private/" + kid;
    }
}
