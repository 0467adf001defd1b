package org.ostiary.ejb.protocol.client;

import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do about the provider itself: each role may all that the one before it may. */
public enum AdministrationRole {
    /** Nothing. */
    NONE("none"),
    /** Read everything that is no secret. */
    AUDITOR("auditor"),
    /** Change it too. */
    ADMIN("admin");

    private final String value;

    AdministrationRole(String value) {
        this.value = value;
    }

    /** As it is written in configuration. */
    public String value() {
        return value;
    }

    /** Whether what needs the other role may be done in this one. */
    public boolean covers(AdministrationRole needed) {
        return compareTo(needed) >= 0;
    }

    /** The lesser of both. */
    public AdministrationRole within(AdministrationRole other) {
        return covers(other) ? other : this;
    }

    /** The one that is written so. */
    public static Optional<AdministrationRole> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
