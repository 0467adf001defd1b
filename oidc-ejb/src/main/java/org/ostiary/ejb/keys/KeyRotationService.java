package org.ostiary.ejb.keys;

import static org.ostiary.persistence.client.CacheVersions.KEYS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.ostiary.ejb.audit.AuditEvent.KeyRevoked;
import org.ostiary.ejb.audit.AuditEvent.KeyRotated;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.KeyLifetimes;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.keys.KeyState;
import org.ostiary.persistence.keys.SigningKey;
import org.ostiary.persistence.keys.SigningKeys;

/**
 * Lets one signing key follow another (OIDC Core 1.0, section 10.1.1). The next key is published long before it signs, the
 * last one long after, so that clients that keep the key set as long as they may never meet a signature they can't verify.
 *
 * <p>Each method holds the version of the keys until it commits, so that of several nodes one acts and the others find
 * it done. A node that dies in between has done nothing.
 */
@Stateless
public class KeyRotationService {

    private static final Logger LOG = Logger.getLogger(KeyRotationService.class.getName());
    private static final Duration SLOWEST_CLOCK = Duration.ofMinutes(5);

    @Inject
    SigningKeys signingKeys;

    @Inject
    CacheVersions versions;

    @Inject
    KeyMaking making;

    @Inject
    KeyRing ring;

    @Inject
    ProviderConfig config;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Whether, as far as this node's memory knows, there is something to do; no statement. */
    public boolean due() {
        Instant now = clock.instant();
        boolean rotation = config.keys().automatic()
                && JwsAlgorithm.SIGNING.stream()
                        .anyMatch(algorithm -> ring.all().stream()
                                .filter(key -> key.algorithm().equals(algorithm.value()))
                                .map(OpenKey::activeFrom)
                                .max(Comparator.naturalOrder())
                                .filter(latest -> over(latest, now))
                                .isPresent());
        return rotation
                || ring.all().stream()
                        .anyMatch(key -> !key.verifies(now)
                                || (key.privateKey() != null
                                        && key.signsUntil() != null
                                        && spent(key.signsUntil(), now)));
    }

    /** Makes the next key of each algorithm whose latest one has signed long enough, and tidies away what is over. */
    public void keepRotating(RequestFacts facts) {
        Instant now = lock();
        if (config.keys().automatic()) {
            List<PublicJsonWebKey> next = JwsAlgorithm.SIGNING.stream()
                    .filter(algorithm -> latest(algorithm)
                            .filter(latest -> over(latest.activeFrom(), now))
                            .isPresent())
                    .map(making::pair)
                    .toList();
            Instant takeover = takeover();
            next.forEach(pair -> follow(making.stored(pair, takeover), now, facts));
        }
        for (SigningKey key : signingKeys.all()) {
            Instant signsUntil = key.signsUntil();
            if (key.state(now) == KeyState.OVER) {
                signingKeys.remove(key);
            } else if (signsUntil != null && spent(signsUntil, now)) {
                key.destroyPrivatePart();
            }
        }
    }

    /**
     * Makes the next key of an algorithm now instead of when its time comes; it signs after the lead. Does nothing where a
     * key is waiting already.
     *
     * @return when another key will sign
     */
    public Instant rotate(JwsAlgorithm algorithm, RequestFacts facts) {
        Instant now = lock();
        Optional<SigningKey> waiting = latest(algorithm).filter(key -> key.state(now) == KeyState.PENDING);
        return waiting.orElseGet(() -> {
                    PublicJsonWebKey next = making.pair(algorithm);
                    return follow(making.stored(next, takeover()), now, facts);
                })
                .activeFrom();
    }

    /** Lets a key pair from elsewhere follow, after the lead; nothing when it is known already. */
    public void take(PublicJsonWebKey imported, RequestFacts facts) {
        Instant now = lock();
        if (signingKeys.find(imported.getKeyId()).isEmpty()) {
            follow(making.stored(imported, now.plus(config.keys().lead())), now, facts);
        }
    }

    /**
     * Ends a key at once, because somebody else may have it. The next one signs at once, though clients that keep the key
     * set do not know it yet unless it was waiting; whatever the old one signed is refused as soon as they look again.
     *
     * @return false when there is no such key, or it is over already
     */
    public boolean revoke(String kid, RequestFacts facts) {
        Instant now = lock();
        Optional<SigningKey> found = signingKeys.find(kid).filter(key -> key.state(now) != KeyState.OVER);
        found.ifPresent(key -> {
            boolean signing = key.state(now) == KeyState.ACTIVE || key.state(now) == KeyState.PENDING;
            key.revoke(now);
            if (signing) {
                replaceAtOnce(JwsAlgorithm.of(key.algorithm()).orElseThrow(), now, facts);
            }
            audit.note(new KeyRevoked(kid), facts);
            LOG.warning(() -> "Revoked the signing key " + kid + ": what it signed can't be verified any more, and"
                    + " clients that keep the key set refuse new tokens for up to "
                    + config.keys().jwksMaxAge());
        });
        return found.isPresent();
    }

    private void replaceAtOnce(JwsAlgorithm algorithm, Instant now, RequestFacts facts) {
        if (ofAlgorithm(algorithm).stream().anyMatch(key -> key.state(now) == KeyState.ACTIVE)) {
            return;
        }
        Optional<SigningKey> waiting = latest(algorithm).filter(key -> key.state(now) == KeyState.PENDING);
        if (waiting.isPresent()) {
            waiting.get().hurry(now);
        } else {
            follow(making.generate(algorithm, now), now, facts);
        }
    }

    private SigningKey follow(SigningKey next, Instant now, RequestFacts facts) {
        KeyLifetimes lifetimes = config.keys();
        signingKeys.all().stream()
                .filter(key -> key.algorithm().equals(next.algorithm()))
                .filter(key -> key.state(now) == KeyState.ACTIVE || key.state(now) == KeyState.PENDING)
                .forEach(key -> key.retire(next.activeFrom(), lifetimes.retention(), lifetimes.hints()));
        signingKeys.add(next);
        audit.note(new KeyRotated(next.kid(), next.algorithm()), facts);
        return next;
    }

    /** When keys that exist by now begin to sign: asked for after they were made, so that the lead is what others have to see them. */
    private Instant takeover() {
        return clock.instant().plus(config.keys().lead());
    }

    private Instant lock() {
        versions.raise(KEYS);
        return clock.instant();
    }

    private Optional<SigningKey> latest(JwsAlgorithm algorithm) {
        return ofAlgorithm(algorithm).stream().max(Comparator.comparing(SigningKey::activeFrom));
    }

    private List<SigningKey> ofAlgorithm(JwsAlgorithm algorithm) {
        return signingKeys.all().stream()
                .filter(key -> key.algorithm().equals(algorithm.value()))
                .toList();
    }

    /** Whether a key that is active since then has signed so long that the next must be made now. */
    private boolean over(Instant activeFrom, Instant now) {
        KeyLifetimes lifetimes = config.keys();
        return !now.isBefore(activeFrom.plus(lifetimes.period()).minus(lifetimes.lead()));
    }

    /** Whether no node can still think that the key signs. */
    private static boolean spent(Instant signsUntil, Instant now) {
        return now.isAfter(signsUntil.plus(SLOWEST_CLOCK));
    }
}
