package org.ostiary.ejb.admin.transfer;

/** What an entry of a document is about. */
public enum ImportKind {
    DEFINITION,
    CLIENT,
    ACCOUNT,
    SUBJECT
}
