package org.ostiary.ejb.account;

/** What became of changing one's own data. */
public enum ProfileOutcome {
    CHANGED,
    STALE_FORM,
    /** The account is kept elsewhere. */
    NOT_HERE,
    /** The person must first prove again who they are. */
    NOT_FRESH,
    /** Nothing visible, too long, or no address. */
    UNUSABLE
}
