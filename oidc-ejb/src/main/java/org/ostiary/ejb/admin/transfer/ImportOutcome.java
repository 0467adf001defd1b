package org.ostiary.ejb.admin.transfer;

/** What comes of an entry. */
public enum ImportOutcome {
    /** There was nothing of that name. */
    ADDED,
    /** It is otherwise from now on. */
    CHANGED,
    /** It is as it was, because it cannot be as the document says. */
    REFUSED
}
