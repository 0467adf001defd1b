package org.ostiary.ejb.setup;

/** What became of creating the first administrator. */
public enum SetUpOutcome {
    CREATED,
    /** The link was used, is too old, or never existed. */
    LINK_UNUSABLE,
    /** Empty, too long, invisible characters, or taken. */
    USERNAME_UNUSABLE,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG
}
