package org.ostiary.ejb.account;

/** What became of changing a password. */
public enum PasswordOutcome {
    CHANGED,
    STALE_FORM,
    /** The account has no password here, or its source would change it back. */
    NOT_HERE,
    WRONG_PASSWORD,
    /** So many wrong passwords that none is looked at for a while. */
    TOO_MANY,
    TOO_SHORT,
    TOO_LONG,
    /** The new password is the old one. */
    SAME,
    /** Too many passwords are being hashed just now. */
    BUSY
}
