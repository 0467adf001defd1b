package org.ostiary.ejb.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;
import org.ostiary.ejb.keys.JwkSets;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.OutboundException;

/** The JWK Set of one address. One caller at a time fetches it; whoever waited finds what that one brought. */
final class PublishedKeys {
    /** A set without a key. */
    static final String NONE = "{\"keys\":[]}";

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class.getName());
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);

    private final String address;
    private final GuardedHttp http;
    private String jwkSet = NONE;
    private Instant fetchedAt = Instant.EPOCH;
    private Instant triedAt = Instant.EPOCH;

    PublishedKeys(String address, GuardedHttp http) {
        this.address = address;
        this.http = http;
    }

    /** The set; fetched when it is old, or when the newest is wanted, but once a minute at most. */
    synchronized String jwkSet(boolean newest, Instant now) {
        boolean wanted = newest || !now.isBefore(fetchedAt.plus(KEPT));
        if (wanted && !now.isBefore(triedAt.plus(BETWEEN_FETCHES))) {
            triedAt = now;
            fetch(now);
        }
        return jwkSet;
    }

    /** A set that cannot be had or is refused leaves the one that is known. */
    private void fetch(Instant now) {
        try {
            String fetched = new String(http.get(URI.create(address)), StandardCharsets.UTF_8);
            Optional<String> refusal = JwkSets.refusal(fetched);
            if (refusal.isPresent()) {
                LOG.warning(() -> "The JWK Set at " + address + " is not used: it " + refusal.get());
                return;
            }
            jwkSet = fetched;
            fetchedAt = now;
        } catch (OutboundException e) {
            LOG.warning(() -> "The JWK Set at " + address + " could not be fetched: " + e.getMessage());
        }
    }
}
