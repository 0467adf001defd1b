package org.ostiary.ejb.config;

import org.jspecify.annotations.Nullable;

/**
 * A key as an operator sees it.
 *
 * @param value what counts: the configured value, else the default; null for a secret, for a default that depends on more than
 *     this key, and for a key that is not known here, since it may be a secret under a misspelled name
 * @param configured whether a source has it
 * @param secret whether its value is shown to nobody
 * @param known whether it has any effect
 * @param source which one won; null for a default
 * @param ordinal of that source; null for a default
 */
public record ConfiguredEntry(
        String key,
        @Nullable String value,
        boolean configured,
        boolean secret,
        boolean known,
        @Nullable String source,
        @Nullable Integer ordinal) {}
