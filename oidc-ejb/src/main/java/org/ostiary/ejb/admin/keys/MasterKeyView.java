package org.ostiary.ejb.admin.keys;

import org.jspecify.annotations.Nullable;

/**
 * The names of the master keys that the node which answers has. A name tells nothing about its key.
 *
 * @param own the one that seals
 * @param other the one that is on its way in or out, and only opens; null where there is none
 */
public record MasterKeyView(String own, @Nullable String other) {}
