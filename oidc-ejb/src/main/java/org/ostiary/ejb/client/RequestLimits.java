package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.TooManyRequests;

/**
 * How often one client at one address may ask an endpoint within a minute (RFC 9126, section 2.3). Counted before anything is
 * verified, because verifying is what costs. Each node counts for itself.
 */
@ApplicationScoped
public class RequestLimits {

    private record Asked(AuthenticatedEndpoint endpoint, Caller caller) {}

    private final MinuteCounter<Asked> requests = new MinuteCounter<>();

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Lets a caller ask once more.
     *
     * @throws TooManyRequests when it asked too often within the last minute
     */
    void require(AuthenticatedEndpoint endpoint, Caller caller) {
        int most = config.rateLimits().requests(endpoint);
        if (most == 0) {
            return;
        }
        Duration pause = requests.countUpTo(new Asked(endpoint, caller), most, clock.instant());
        if (!pause.isZero()) {
            throw TooManyRequests.at(endpoint, pause);
        }
    }
}
