package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Logger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.secret.Sealing;
import org.ostiary.persistence.keys.SigningKey;
import org.ostiary.persistence.sealed.SealedColumn;

/** Makes signing keys as they are stored: the public part in clear, the private part sealed for its row. */
@ApplicationScoped
public class KeyMaking {

    private static final Logger LOG = Logger.getLogger(KeyMaking.class.getName());

    @Inject
    Sealing sealing;

    @Inject
    SignatureEngine engine;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** A new key pair; making it may take seconds. */
    PublicJsonWebKey pair(JwsAlgorithm algorithm) {
        return KeyPairs.generate(algorithm, config.keys().rsaBits(), engine);
    }

    /** A new key, published from now on. */
    SigningKey generate(JwsAlgorithm algorithm, Instant activeFrom) {
        return stored(pair(algorithm), activeFrom);
    }

    /** A key pair as it is stored, published from now on. */
    SigningKey stored(PublicJsonWebKey key, Instant activeFrom) {
        LOG.info(() ->
                "The signing key " + key.getKeyId() + " is for " + key.getAlgorithm() + ", to sign from " + activeFrom);
        return new SigningKey(
                key.getKeyId(),
                key.getAlgorithm(),
                key.toJson(OutputControlLevel.PUBLIC_ONLY),
                sealing.seal(place(key.getKeyId()), key.toJson(OutputControlLevel.INCLUDE_PRIVATE)),
                clock.instant(),
                activeFrom);
    }

    static String place(String kid) {
        return SealedColumn.SIGNING_KEY.place(kid);
    }
}
