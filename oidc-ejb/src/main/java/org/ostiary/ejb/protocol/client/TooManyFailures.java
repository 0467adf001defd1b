package org.ostiary.ejb.protocol.client;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/** Somebody guesses (RFC 6749, section 2.3.1). The answer is 429 (RFC 6585, section 4), for which OAuth has no code of its own. */
@ApplicationException(rollback = true)
public final class TooManyFailures extends OAuthException {

    private static final long serialVersionUID = 1L;

    private static final Rule RULE = new Rule("failed-client-authentication", "RFC 6749, section 2.3.1");

    private final Duration retryAfter;

    /** Refuses for so long. */
    public TooManyFailures(Duration retryAfter) {
        super(
                OAuthErrorCode.TEMPORARILY_UNAVAILABLE,
                RULE,
                "Client authentication failed too often from this address; try again after a minute");
        this.retryAfter = retryAfter;
    }

    /** When to come again, in whole seconds. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
