package org.ostiary.ejb.admin.people;

import org.jspecify.annotations.Nullable;

/**
 * What a person lost, or would lose.
 *
 * @param factors how many second factors
 * @param recoveryCodes how many recovery codes that still worked
 * @param sessions how many sessions ended
 * @param reset whether it was done; false for a dry run
 * @param job the job that ends the sessions, where they are very many; null for none
 */
public record FactorResetResult(
        long factors,
        long recoveryCodes,
        int sessions,
        boolean reset,
        @Nullable String job) {}
