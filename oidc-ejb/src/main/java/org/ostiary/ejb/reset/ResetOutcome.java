package org.ostiary.ejb.reset;

/** What became of choosing a new password. */
public enum ResetOutcome {
    CHANGED,
    /** The link was used, is too old, never existed, or its account can no longer be helped this way. */
    LINK_UNUSABLE,
    TOO_SHORT,
    TOO_LONG,
    /** Too many passwords are being hashed just now; the link still works. */
    BUSY
}
