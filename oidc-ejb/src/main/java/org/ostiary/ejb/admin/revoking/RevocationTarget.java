package org.ostiary.ejb.admin.revoking;

import org.ostiary.persistence.grant.GrantColumn;

/** By what is revoked. */
public enum RevocationTarget {
    /** All sessions of a person, and all that they granted. */
    ACCOUNT(GrantColumn.ACCOUNT),
    /** All that a client has, of whomever and for itself; nobody is signed out. */
    CLIENT(GrantColumn.CLIENT),
    /** A session, and all that was granted in it, what would outlive it too. */
    SESSION(GrantColumn.SESSION),
    /** One grant. */
    GRANT(GrantColumn.GRANT),
    /** All sessions and all grants of everybody, and what clients have for themselves: also the token that this is asked with. */
    EVERYTHING(GrantColumn.EVERYTHING);

    private final GrantColumn column;

    RevocationTarget(GrantColumn column) {
        this.column = column;
    }

    GrantColumn column() {
        return column;
    }

    boolean ofClients() {
        return this == CLIENT || this == EVERYTHING;
    }
}
