package org.ostiary.ejb.protocol.client;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/** Somebody asks too often. The answer is 429 (RFC 6585, section 4), for which OAuth has no code of its own. */
@ApplicationException(rollback = true)
public final class TooManyRequests extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    private TooManyRequests(Rule rule, String description, Duration retryAfter) {
        super(OAuthErrorCode.TEMPORARILY_UNAVAILABLE, rule, description);
        this.retryAfter = retryAfter;
    }

    /** Somebody guesses secrets (RFC 6749, section 2.3.1). */
    public static TooManyRequests ofFailures(Duration retryAfter) {
        return new TooManyRequests(
                new Rule("failed-client-authentication", "RFC 6749, section 2.3.1"),
                "Client authentication failed too often from this address; try again after a minute",
                retryAfter);
    }

    /** A client asks an endpoint more often than the operator allows (RFC 9126, section 2.3). */
    public static TooManyRequests at(AuthenticatedEndpoint endpoint, Duration retryAfter) {
        return new TooManyRequests(
                new Rule("requests-per-minute", "RFC 6585, section 4; RFC 9126, section 2.3"),
                "The client sent too many requests to the "
                        + endpoint.metadataName().replace('_', ' ') + " from this address within a minute",
                retryAfter);
    }

    /** When to come again, in whole seconds. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
