package org.ostiary.ejb.account;

/** What became of ending sessions. */
public enum EndOutcome {
    ENDED,
    /** The form was used before, is too old, or was made for another session. Nothing was ended. */
    STALE_FORM,
    /** The person has no such session. */
    UNKNOWN
}
