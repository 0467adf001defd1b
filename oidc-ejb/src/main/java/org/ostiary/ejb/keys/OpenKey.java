package org.ostiary.ejb.keys;

import java.security.PrivateKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signing key in memory, with the plan of its life.
 *
 * @param privateKey opened for the signature provider in use; null once it was destroyed
 * @param publishedFrom since when clients can know it
 * @param signsUntil null while no other key is to take over; likewise the two after it
 */
record OpenKey(
        String kid,
        String algorithm,
        @Nullable PrivateKey privateKey,
        String publicJwk,
        Instant publishedFrom,
        Instant activeFrom,
        @Nullable Instant signsUntil,
        @Nullable Instant publishedUntil,
        @Nullable Instant verifiesUntil) {

    boolean signs(Instant now) {
        return privateKey != null && !now.isBefore(activeFrom) && before(now, signsUntil);
    }

    boolean published(Instant now) {
        return !now.isBefore(publishedFrom) && before(now, publishedUntil);
    }

    boolean verifies(Instant now) {
        return !now.isBefore(publishedFrom) && before(now, verifiesUntil);
    }

    /** Whether the key signed from its first moment on, as one does that replaces nothing or replaces in an emergency. */
    boolean hurried() {
        return !publishedFrom.isBefore(activeFrom);
    }

    private static boolean before(Instant now, @Nullable Instant end) {
        return end == null || now.isBefore(end);
    }
}
