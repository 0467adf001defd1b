package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.TooManyFailures;
import org.ostiary.ejb.visit.AddressBlock;

/**
 * Slows down who guesses client secrets (RFC 6749, section 2.3.1): so many failures a minute for one client from one
 * address, and whatever comes then from there for that client is refused unseen. The client itself, at another address,
 * notices nothing. Each node counts for itself, in bounded memory: who fills it needs far more requests than it saves.
 */
@ApplicationScoped
public class AuthenticationThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_CLIENT_ID = 100;

    private record Caller(String clientId, String address) {}

    private record Failures(Instant since, int count) {}

    private final Map<Caller, Failures> failures = new LinkedHashMap<>();

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Lets a caller try.
     *
     * @throws TooManyFailures when it failed too often within the last minute
     */
    void requirePatience(String clientId, String ip) {
        int most = config.rateLimits().failedClientAuthentication();
        Instant now = clock.instant();
        Failures counted = recent(caller(clientId, ip), now);
        if (most > 0 && counted != null && counted.count() >= most) {
            throw new TooManyFailures(Duration.between(now, counted.since().plus(WINDOW)));
        }
    }

    void count(String clientId, String ip) {
        Instant now = clock.instant();
        Caller caller = caller(clientId, ip);
        synchronized (failures) {
            Failures counted = recent(caller, now);
            failures.remove(caller);
            failures.put(
                    caller,
                    counted == null ? new Failures(now, 1) : new Failures(counted.since(), counted.count() + 1));
            if (failures.size() > REMEMBERED) {
                failures.remove(failures.keySet().iterator().next());
            }
        }
    }

    /** Null when there are none within the last minute. */
    private @Nullable Failures recent(Caller caller, Instant now) {
        synchronized (failures) {
            Failures counted = failures.get(caller);
            return counted == null || !now.isBefore(counted.since().plus(WINDOW)) ? null : counted;
        }
    }

    private static Caller caller(String clientId, String ip) {
        String clipped = clientId.length() <= LONGEST_CLIENT_ID ? clientId : clientId.substring(0, LONGEST_CLIENT_ID);
        return new Caller(clipped, AddressBlock.of(ip));
    }
}
