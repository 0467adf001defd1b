package org.ostiary.ejb.factor;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.factor.FactorAttempts;

/**
 * How often codes may be tried: five wrong ones within an interaction, ten of an account in any quarter of an hour, whatever
 * passwords were right between them. In transactions of its own, because a try counts whatever becomes of it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FactorAttemptService {

    static final int MOST_OF_INTERACTION = 5;
    static final int MOST_OF_ACCOUNT = 10;

    /** So long nobody may have tried before the count of an account begins anew. */
    static final Duration QUIET = Duration.ofMinutes(15);

    @Inject
    FactorAttempts attempts;

    @Inject
    TokenHashes hashes;

    @Inject
    Clock clock;

    /** Begins a try; false when there may be none, neither a wrong one nor a right one. */
    public boolean begin(String accountId, String interaction) {
        String hash = hashes.hash(interaction);
        if (!attempts.countOfInteraction(hash, MOST_OF_INTERACTION)) {
            return false;
        }
        if (!begin(accountId)) {
            attempts.takeBackOfInteraction(hash);
            return false;
        }
        return true;
    }

    /** Ends a try that was right: it does not count. */
    public void right(String accountId, String interaction) {
        attempts.takeBackOfInteraction(hashes.hash(interaction));
        attempts.takeBackOfAccount(accountId);
    }

    private boolean begin(String accountId) {
        Instant now = clock.instant();
        return attempts.countOfAccount(accountId, MOST_OF_ACCOUNT, now, now.minus(QUIET));
    }
}
