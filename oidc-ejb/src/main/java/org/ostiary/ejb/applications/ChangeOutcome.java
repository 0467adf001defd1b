package org.ostiary.ejb.applications;

/** What became of a change. */
public enum ChangeOutcome {
    /** It counts from now on. */
    CHANGED,
    /** The account has no such application, or that never asked for such a thing. Nothing was done. */
    UNKNOWN,
    /** The form was used before, is too old, or is none of this session. Nothing was done. */
    STALE_FORM,
    /** The application cannot do without it. Nothing was done: whoever wants that revokes the application. */
    FIXED
}
