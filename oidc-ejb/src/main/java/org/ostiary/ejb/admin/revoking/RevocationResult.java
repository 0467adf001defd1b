package org.ostiary.ejb.admin.revoking;

/**
 * What was revoked, or would be.
 *
 * @param dryRun whether nothing was changed
 * @param clientTokens access tokens that clients got for themselves
 */
public record RevocationResult(boolean dryRun, int sessions, int grants, int clientTokens) {

    String words() {
        return "sessions " + sessions + ", grants " + grants + ", client tokens " + clientTokens
                + (dryRun ? ", only counted" : "");
    }
}
