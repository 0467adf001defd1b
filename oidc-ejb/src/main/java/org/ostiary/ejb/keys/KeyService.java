package org.ostiary.ejb.keys;

import static org.ostiary.persistence.client.CacheVersions.KEYS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.keys.SigningKey;
import org.ostiary.persistence.keys.SigningKeys;

/** Opens the stored signing keys into this node's memory. */
@Stateless
public class KeyService {

    @Inject
    SigningKeys signingKeys;

    @Inject
    CacheVersions versions;

    @Inject
    Sealing sealing;

    @Inject
    SignatureEngine engine;

    @Inject
    KeyMaking making;

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
                .forEach(algorithm -> signingKeys.add(making.generate(algorithm, clock.instant())));
        read();
    }

    /** Reads the keys again if anything about them changed since this node last did. */
    public void refresh() {
        if (!ring.holds(versions.current(KEYS))) {
            read();
        }
    }

    private void read() {
        long version = versions.current(KEYS);
        ring.replace(version, signingKeys.all().stream().map(this::open).toList());
    }

    private OpenKey open(SigningKey stored) {
        return new OpenKey(
                stored.kid(),
                stored.algorithm(),
                privateKey(stored),
                stored.publicJwk(),
                stored.createdAt(),
                stored.activeFrom(),
                stored.signsUntil(),
                stored.publishedUntil(),
                stored.verifiesUntil());
    }

    private @Nullable PrivateKey privateKey(SigningKey stored) {
        String sealed = stored.sealedPrivate();
        if (sealed == null) {
            return null;
        }
        try {
            String jwk = sealing.open(KeyMaking.place(stored.kid()), sealed);
            return engine.translate(PublicJsonWebKey.Factory.newPublicJwk(jwk).getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key " + stored.kid() + " is damaged", e);
        }
    }
}
