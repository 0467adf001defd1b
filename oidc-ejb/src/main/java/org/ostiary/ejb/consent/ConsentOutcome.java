package org.ostiary.ejb.consent;

/** What became of a decision. */
public enum ConsentOutcome {
    /** It was noted; the browser should go back to the authorize service. */
    DECIDED,
    /** The form was used before, is too old, or was made for another account or browser. Nothing was noted. */
    STALE_FORM
}
