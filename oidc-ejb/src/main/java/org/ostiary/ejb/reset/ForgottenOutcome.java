package org.ostiary.ejb.reset;

/** What became of asking for a new password; it never tells whether there is such an account. */
public enum ForgottenOutcome {
    TAKEN,
    /** The form was used before, is too old, or was not made for this browser. */
    STALE_FORM,
    /** Nothing that could be a name or an address. */
    UNUSABLE,
    /** So many from the same place that something else than people may be behind it. */
    TOO_MANY
}
