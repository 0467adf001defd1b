package org.ostiary.ejb.admin.job;

/** What jobs do. Each but for its case is called like the operation that orders it, so that auditors read the same name. */
public enum JobKind {
    /** Revokes by account or client, or everything of everybody. */
    REVOKE,
    /** Ends what an account still had when it was locked. */
    DISABLE_ACCOUNT,
    /** Ends the sessions of an account, and nothing that outlives them. */
    END_SESSIONS,
    /** Ends what a client still had when it was stopped. */
    DISABLE_CLIENT,
    /** Ends what a client still had when it was deleted, and forgets what people decided for it. */
    DELETE_CLIENT,
    /** Brings in a document that an export made. */
    IMPORT,
    /** Takes subject identifiers of Authelia over. */
    IMPORT_SUBJECTS,
    /** Registers the clients of a configuration of Authelia. */
    IMPORT_AUTHELIA,
    /** Compares every record of the audit trail with what the server wrote. */
    WALK_TRAIL,
    /** Seals everything that is stored sealed under another master key. */
    SEAL_ANEW
}
