package org.ostiary.ejb.interaction;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;

/**
 * One-time tokens for forms: {@code nonce.expiry.mark}, where the mark binds them to one form and one bearer. Nothing is
 * stored until one is used, so showing a page costs no write and any node can take the answer.
 */
@ApplicationScoped
public class FormTokens {

    private static final Duration LIFETIME = Duration.ofHours(1);

    @Inject
    TokenHashes hashes;

    @Inject
    SecureTokens random;

    @Inject
    FormTokenService service;

    @Inject
    Clock clock;

    /** A fresh token for a form that only the holder of {@code binding}, a secret handle, may send. */
    public String issue(String form, String binding) {
        String unmarked =
                random.handle("") + "." + clock.instant().plus(LIFETIME).getEpochSecond();
        return unmarked + "." + mark(form, binding, unmarked);
    }

    /** Takes a token; true once, in time, for the form and binding that it was issued for. */
    public boolean use(String form, String binding, String token) {
        int end = token.lastIndexOf('.');
        if (end < 0 || !hashes.equal(mark(form, binding, token.substring(0, end)), token.substring(end + 1))) {
            return false;
        }
        String unmarked = token.substring(0, end);
        Instant expiry = expiry(unmarked);
        return clock.instant().isBefore(expiry) && firstUse(unmarked, expiry);
    }

    private boolean firstUse(String unmarked, Instant expiry) {
        try {
            return service.firstUse(hashes.hash(unmarked), expiry);
        } catch (EJBException e) {
            if (usedInTheSameInstant(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Class 23 of SQL states: the other caller's row was there first. */
    private static boolean usedInTheSameInstant(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && Objects.requireNonNullElse(sql.getSQLState(), "").startsWith("23")) {
                return true;
            }
        }
        return false;
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
