package org.ostiary.ejb.admin.revoking;

import org.jspecify.annotations.Nullable;

/**
 * What is to be revoked.
 *
 * @param target {@code account}, {@code client}, {@code session}, {@code grant} or {@code everything}
 * @param id of that; left out for everything
 * @param dryRun whether it is only counted
 * @param asJob whether it goes on as a job, also where there is little of it
 */
public record RevocationOrder(
        RevocationTarget target, @Nullable String id, boolean dryRun, boolean asJob) {}
