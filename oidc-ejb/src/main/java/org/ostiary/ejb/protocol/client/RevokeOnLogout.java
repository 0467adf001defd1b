package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a client's grants when the session ends that they were given in. */
public enum RevokeOnLogout {
    /** They end, but for those with {@code offline_access} (OIDC Back-Channel Logout 1.0, section 2.7). */
    AUTO("auto"),
    /** All end. */
    ALWAYS("always"),
    /** None ends. */
    NEVER("never");

    private final String value;

    RevokeOnLogout(String value) {
        this.value = value;
    }

    /** As it is written in configuration. */
    public String value() {
        return value;
    }

    /** Whether a grant ends with its session. */
    public boolean ends(boolean offline) {
        return this == ALWAYS || (this == AUTO && !offline);
    }

    /** The one that is written so. */
    public static Optional<RevokeOnLogout> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
