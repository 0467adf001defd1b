package org.ostiary.persistence.grant;

import java.time.Instant;

/**
 * What became of a grant.
 *
 * @param lastUsed when something was issued under it last
 * @param endsAt when the last of what was issued and not used up or given back ends
 */
public record GrantUse(Instant lastUsed, Instant endsAt) {}
