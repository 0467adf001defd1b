package org.ostiary.ejb.regulation;

import org.jspecify.annotations.Nullable;

/**
 * What guesses are counted for.
 *
 * @param name a hash
 */
public record Counter(Kind kind, String name) {

    /** What it counts. */
    public enum Kind {
        NAME("passwords"),
        ADDRESS("passwords from one address"),
        DEVICE("passwords from a known device");

        private final String what;

        Kind(String what) {
            this.what = what;
        }

        /** What is no longer judged while it is full, for auditors. */
        String what() {
            return what;
        }

        /** The account that it concerns: an address concerns none. */
        @Nullable
        String concerned(@Nullable String accountId) {
            return this == ADDRESS ? null : accountId;
        }
    }
}
