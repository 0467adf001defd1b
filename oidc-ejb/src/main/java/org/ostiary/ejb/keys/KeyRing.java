package org.ostiary.ejb.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/**
 * The signing keys in this node's memory, opened. Which of them signs, and which are published, is read off the clock: the
 * moments were planned when each key was made, so that all nodes change together.
 */
@ApplicationScoped
public class KeyRing {

    private record Keys(long version, List<OpenKey> open) {}

    /** A set that was prepared, and until when it is right. */
    private record Published(
            Keys keys, Instant from, @Nullable Instant until, String keySet) {
        boolean right(Keys current, Instant now) {
            return keys.equals(current) && !now.isBefore(from) && (until == null || now.isBefore(until));
        }
    }

    @Inject
    Clock clock;

    private volatile Keys keys = new Keys(-1, List.of());
    private volatile @Nullable Published published;

    void replace(long version, List<OpenKey> current) {
        keys = new Keys(version, List.copyOf(current));
    }

    boolean holds(long version) {
        return keys.version() == version;
    }

    List<OpenKey> all() {
        return keys.open();
    }

    /** The key that signs with the algorithm now. */
    OpenKey signing(JwsAlgorithm algorithm) {
        Instant now = clock.instant();
        return ofAlgorithm(algorithm)
                .filter(key -> key.signs(now))
                .max(Comparator.comparing(OpenKey::activeFrom))
                .or(() -> next(algorithm))
                .orElseThrow(() -> new IllegalStateException("There is no key for " + algorithm.value()));
    }

    /** Where this node's clock is behind, the key that is to sign next is better than none. */
    private Optional<OpenKey> next(JwsAlgorithm algorithm) {
        return ofAlgorithm(algorithm)
                .filter(key -> key.privateKey() != null)
                .min(Comparator.comparing(OpenKey::activeFrom));
    }

    private Stream<OpenKey> ofAlgorithm(JwsAlgorithm algorithm) {
        return keys.open().stream().filter(key -> key.algorithm().equals(algorithm.value()));
    }

    /** The JWK Set that verifies what this provider signs (RFC 7517, section 5), public members only. */
    public String publicKeySet() {
        Instant now = clock.instant();
        Keys current = keys;
        Published prepared = published;
        if (prepared == null || !prepared.right(current, now)) {
            prepared = new Published(current, now, nextChange(current, now), publicKeySetAt(now));
            published = prepared;
        }
        return prepared.keySet();
    }

    /** The JWK Set as it was, is or will be published at a moment, as far as this node knows now. */
    String publicKeySetAt(Instant moment) {
        return keySet(key -> key.published(moment));
    }

    /** The JWK Set that verifies what comes back to us, such as the hint of an old login: with keys published no more. */
    public String verifyingKeySet() {
        Instant now = clock.instant();
        return keySet(key -> key.verifies(now));
    }

    private String keySet(Predicate<OpenKey> among) {
        return keys.open().stream()
                .filter(among)
                .map(OpenKey::publicJwk)
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    private static @Nullable Instant nextChange(Keys keys, Instant now) {
        return keys.open().stream()
                .flatMap(key -> Stream.of(Optional.of(key.publishedFrom()), Optional.ofNullable(key.publishedUntil()))
                        .flatMap(Optional::stream))
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
