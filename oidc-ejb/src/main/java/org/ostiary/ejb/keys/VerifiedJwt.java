package org.ostiary.ejb.keys;

import org.jspecify.annotations.Nullable;

/**
 * A token whose signature was verified.
 *
 * @param type the {@code typ} header; null when it has none
 * @param claims the JSON text of its claims set, a bounded object without repeated members
 */
public record VerifiedJwt(@Nullable String type, String claims) {}
