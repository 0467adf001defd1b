package org.ostiary.ejb.admin.revoking;

import org.jspecify.annotations.Nullable;

/**
 * What one step ended or revoked.
 *
 * @param last where the next step begins; null when there is no more
 */
public record RevokedBatch(int count, @Nullable String last) {}
