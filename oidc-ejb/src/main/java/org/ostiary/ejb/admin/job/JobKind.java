package org.ostiary.ejb.admin.job;

/** What jobs do. Each but for its case is called like the operation that orders it, so that auditors read the same name. */
public enum JobKind {
    /** Revokes by account or client, or everything of everybody. */
    REVOKE,
    /** Ends what an account still had when it was locked. */
    DISABLE_ACCOUNT,
    /** Brings in a document that an export made. */
    IMPORT,
    /** Takes subject identifiers of Authelia over. */
    IMPORT_SUBJECTS
}
