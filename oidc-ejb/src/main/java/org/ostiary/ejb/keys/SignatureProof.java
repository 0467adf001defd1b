package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/**
 * Proves on a sample of what this node signed that everybody can verify it: with the key set as it is published now, and
 * as a client may have kept it that fetched it just before it was allowed to keep it no longer.
 */
@ApplicationScoped
public class SignatureProof {

    private static final Logger LOG = Logger.getLogger(SignatureProof.class.getName());
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);
    private static final int MOST_SAMPLES = 60;
    private static final Set<JwsAlgorithm> ALGORITHMS = EnumSet.copyOf(JwsAlgorithm.SIGNING);

    private record Sample(String jwt, String kid, Instant signedAt) {}

    @Inject
    KeyRing ring;

    @Inject
    JwtVerifier verifier;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final AtomicLong lastSample = new AtomicLong();
    private final AtomicLong verified = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** Takes a token that was signed now as a sample, at most one a second. */
    void offer(String jwt, String kid) {
        Instant now = clock.instant();
        long last = lastSample.get();
        boolean tooSoon = now.isBefore(Instant.ofEpochMilli(last).plus(BETWEEN_SAMPLES));
        if (tooSoon || !lastSample.compareAndSet(last, now.toEpochMilli())) {
            return;
        }
        synchronized (samples) {
            samples.addLast(new Sample(jwt, kid, now));
            if (samples.size() > MOST_SAMPLES) {
                samples.removeFirst();
            }
        }
    }

    /** Verifies every sample once, as the operator may see in the log when one fails, and lets it go. */
    void check() {
        taken().forEach(this::check);
    }

    private List<Sample> taken() {
        synchronized (samples) {
            List<Sample> all = List.copyOf(samples);
            samples.clear();
            return all;
        }
    }

    private void check(Sample sample) {
        if (revoked(sample)) {
            return;
        }
        Instant oldest = sample.signedAt().minus(config.keys().jwksMaxAge());
        boolean now = verifies(sample, ring.publicKeySet());
        boolean before = hurried(sample) || verifies(sample, ring.publicKeySetAt(oldest));
        if (now && before) {
            verified.incrementAndGet();
            return;
        }
        failed.incrementAndGet();
        LOG.severe(() -> "A token signed with the key " + sample.kid() + " can't be verified with the key set as "
                + (now ? "clients may have kept it since " + oldest : "it is published now"));
    }

    private boolean verifies(Sample sample, String keySet) {
        return verifier.verify(sample.jwt(), ALGORITHMS, keySet).isPresent();
    }

    /** A key that replaced another in an emergency, or the very first, is unknown to clients for a while: that was said. */
    private boolean hurried(Sample sample) {
        return ring.all().stream().anyMatch(key -> key.kid().equals(sample.kid()) && key.hurried());
    }

    private boolean revoked(Sample sample) {
        Instant now = clock.instant();
        return ring.all().stream().noneMatch(key -> key.kid().equals(sample.kid()) && key.verifies(now));
    }

    /** How many samples were verified since the start. */
    public long verified() {
        return verified.get();
    }

    /** How many samples could not be verified since the start; anything but 0 is an alarm. */
    public long failed() {
        return failed.get();
    }
}
