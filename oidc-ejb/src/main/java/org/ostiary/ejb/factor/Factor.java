package org.ostiary.ejb.factor;

import java.time.Instant;

/**
 * A second factor of a person, as they may see it.
 *
 * @param name that the person gave it
 */
public record Factor(String id, FactorKind kind, String name, Instant createdAt, Instant lastUsedAt) {}
