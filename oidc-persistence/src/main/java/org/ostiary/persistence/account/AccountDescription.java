package org.ostiary.persistence.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a source of accounts says about one person; {@code password} is a digest, {@code claims} a JSON object. */
public record AccountDescription(
        String username,
        String displayName,
        @Nullable String email,
        boolean emailVerified,
        Set<String> groups,
        @Nullable String password,
        boolean disabled,
        @Nullable String claims) {

    /** The same about somebody whom an operator locked here, or did not. */
    AccountDescription lockedAs(boolean locked) {
        return new AccountDescription(username, displayName, email, emailVerified, groups, password, locked, claims);
    }
}
