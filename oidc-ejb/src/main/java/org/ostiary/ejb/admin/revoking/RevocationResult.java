package org.ostiary.ejb.admin.revoking;

import org.jspecify.annotations.Nullable;

/**
 * What was revoked, or would be.
 *
 * @param dryRun whether nothing was changed
 * @param clientTokens access tokens that clients got for themselves
 * @param job the job that does it, where it goes on by itself: the numbers are what was found before; null for none
 */
public record RevocationResult(
        boolean dryRun,
        int sessions,
        int grants,
        int clientTokens,
        @Nullable String job) {

    /** The same, left to a job. */
    RevocationResult by(String id) {
        return new RevocationResult(false, sessions, grants, clientTokens, id);
    }

    int sum() {
        return sessions + grants + clientTokens;
    }

    String words() {
        return "sessions " + sessions + ", grants " + grants + ", client tokens " + clientTokens
                + (dryRun ? ", only counted" : "");
    }
}
