package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Logger;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.visit.RequestFacts;

/** Carries out what the operator ordered about keys. Every order may stand in the configuration for good: done is done. */
@ApplicationScoped
public class KeyOrdering {

    private static final Logger LOG = Logger.getLogger(KeyOrdering.class.getName());

    @Inject
    KeyRotationService rotation;

    @Inject
    KeyService keys;

    @Inject
    KeyRing ring;

    @Inject
    ProviderConfig config;

    @Inject
    SecureTokens random;

    /**
     * Revokes, imports and rotates as ordered, once the stored keys are open.
     *
     * @throws org.ostiary.ejb.config.ConfigurationException when a file to import is no key pair that could sign here
     */
    public void carryOut() {
        RequestFacts facts = RequestFacts.ofServer(random.uuid());
        config.keyOrders().revoked().stream()
                .filter(kid -> !rotation.revoke(kid, facts))
                .forEach(kid -> LOG.info(() -> "Nothing to revoke: no key is called " + kid));
        for (Path file : config.keyOrders().imported()) {
            rotation.take(KeyFiles.read(file, config.keyOrders().importPassword()), facts);
        }
        Instant before = config.keyOrders().rotateBefore();
        if (before != null) {
            keys.refresh();
            JwsAlgorithm.SIGNING.stream()
                    .filter(algorithm -> ring.all().stream()
                            .filter(key -> key.algorithm().equals(algorithm.value()))
                            .noneMatch(key -> !key.publishedFrom().isBefore(before)))
                    .forEach(algorithm -> rotation.rotate(algorithm, facts));
        }
        keys.refresh();
    }
}
