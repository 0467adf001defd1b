package org.ostiary.ejb.admin.transfer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account that is kept here.
 *
 * @param origin {@code setup} or {@code registration}
 * @param claims further claims, a JSON object
 * @param password the digest, where digests were asked for
 */
public record AccountEntry(
        String username,
        String displayName,
        @Nullable String email,
        boolean emailVerified,
        Set<String> groups,
        boolean disabled,
        String origin,
        @Nullable String language,
        @Nullable String claims,
        @Nullable String password) {

    /** Without the digest. */
    @Override
    public String toString() {
        return "AccountEntry[" + username + "]";
    }
}
