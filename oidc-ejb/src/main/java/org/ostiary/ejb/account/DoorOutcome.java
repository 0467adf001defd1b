package org.ostiary.ejb.account;

import org.jspecify.annotations.Nullable;

/** What happens with a person who wants to see a page of their account. */
public sealed interface DoorOutcome {

    /** They may come in. */
    record Open() implements DoorOutcome {}

    /**
     * They must first prove who they are; the dispatcher brings them back.
     *
     * @param browserCookie the handle to set as the browser's cookie; null when it has one already
     */
    record Prove(String interaction, @Nullable String browserCookie) implements DoorOutcome {

        /** Without the handles, so that no log can hold them. */
        @Override
        public String toString() {
            return "Prove[]";
        }
    }
}
