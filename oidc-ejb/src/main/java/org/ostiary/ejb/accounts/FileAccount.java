package org.ostiary.ejb.accounts;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One account of an accounts file.
 *
 * @param username as written, without blanks at the ends
 * @param email null when the file names none
 * @param emailVerified only true when the file says so: Authelia's own files never do
 * @param claims further claims about the person, a JSON object; null for none
 * @param passwordDigest of a format that {@link org.ostiary.ejb.password.PasswordDigest} verifies
 */
public record FileAccount(
        String username,
        String displayName,
        @Nullable String email,
        boolean emailVerified,
        Set<String> groups,
        boolean disabled,
        @Nullable String claims,
        String passwordDigest) {

    public FileAccount {
        groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
    }

    /** Without the digest. */
    @Override
    public String toString() {
        return "FileAccount[username=" + username + ", disabled=" + disabled + "]";
    }
}
