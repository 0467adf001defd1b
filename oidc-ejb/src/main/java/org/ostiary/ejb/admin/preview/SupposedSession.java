package org.ostiary.ejb.admin.preview;

import java.util.Set;

/** How somebody is supposed to have proved who they are. */
public enum SupposedSession {
    /** Nobody is logged in. */
    NONE(Set.of()),
    /** By a password. */
    ONE_FACTOR(Set.of("pwd")),
    /** By a password and a code. */
    TWO_FACTORS(Set.of("pwd", "otp", "mfa"));

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<String> amr;

    SupposedSession(Set<String> amr) {
        this.amr = amr;
    }

    /** The methods (RFC 8176, section 2). */
    Set<String> amr() {
        return amr;
    }
}
