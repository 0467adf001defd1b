package org.ostiary.ejb.consent;

/** What became of a decision. */
public enum ConsentOutcome {
    /** It was noted; the browser should go back to the authorize service. */
    DECIDED,
    /** The form was used before, is too old, or was made for another account, browser or question. Nothing was noted. */
    STALE_FORM,
    /** Something was left out that the client cannot do without. Nothing was noted. */
    REQUIRED_LEFT_OUT,
    /** Nothing at all was left. Nothing was noted: whoever wants that denies. */
    NOTHING_ALLOWED
}
