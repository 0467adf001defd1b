package org.ostiary.ejb.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.once.OneTimeUse;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;

/**
 * One-time tokens for forms: {@code nonce.expiry.mark}, where the mark binds them to one form and one bearer. Nothing is
 * stored until one is used, so showing a page costs no write and any node can take the answer.
 */
@ApplicationScoped
public class FormTokens {

    private static final String KIND = "form";
    private static final Duration LIFETIME = Duration.ofHours(1);

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    OneTimeUse uses;

    @Inject
    Clock clock;

    /** A fresh token for a form that only the holder of {@code binding}, a secret handle, may send. */
    public String issue(String form, String binding) {
        return issue(form, binding, LIFETIME);
    }

    /** The same for a token that lives shorter. */
    public String issue(String form, String binding, Duration lifetime) {
        String unmarked =
                random.handle("") + "." + clock.instant().plus(lifetime).getEpochSecond();
        return unmarked + "." + mark(form, binding, unmarked);
    }

    /** Takes a token; true once, in time, for the form and binding that it was issued for. */
    public boolean use(String form, String binding, String token) {
        return counts(form, binding, token) && uses.first(KIND, unmarked(token), expiry(unmarked(token)));
    }

    /** Whether a token was issued for the form and binding, and is not too old; it may have been used. */
    public boolean counts(String form, String binding, String token) {
        int end = token.lastIndexOf('.');
        return end >= 0
                && hashes.equal(mark(form, binding, unmarked(token)), token.substring(end + 1))
                && clock.instant().isBefore(expiry(unmarked(token)));
    }

    private static String unmarked(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private String mark(String form, String binding, String unmarked) {
        return hashes.mark("form\n" + form + "\n" + hashes.hash(binding) + "\n" + unmarked);
    }

    private static Instant expiry(String unmarked) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(unmarked.substring(unmarked.lastIndexOf('.') + 1)));
        } catch (NumberFormatException | DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
