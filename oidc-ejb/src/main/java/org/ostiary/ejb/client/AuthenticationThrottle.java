package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.TooManyRequests;

/**
 * Slows down who guesses client secrets (RFC 6749, section 2.3.1): so many failures a minute for one client from one
 * address, and whatever comes then from there for that client is refused unseen. The client itself, at another address,
 * notices nothing. Each node counts for itself.
 */
@ApplicationScoped
public class AuthenticationThrottle {

    private final MinuteCounter<Caller> failures = new MinuteCounter<>();

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Lets a caller try.
     *
     * @throws TooManyRequests when it failed too often within the last minute
     */
    void requirePatience(Caller caller) {
        int most = config.rateLimits().failedClientAuthentication();
        Duration pause = failures.pause(caller, most, clock.instant());
        if (most > 0 && !pause.isZero()) {
            throw TooManyRequests.ofFailures(pause);
        }
    }

    void count(Caller caller) {
        failures.count(caller, clock.instant());
    }
}
