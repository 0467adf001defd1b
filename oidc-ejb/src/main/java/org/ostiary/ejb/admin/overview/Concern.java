package org.ostiary.ejb.admin.overview;

/** What needs an administrator. */
public enum Concern {
    /** The node was told to stop, or its database does not answer. */
    NOT_READY,
    /** Tokens were signed that clients cannot verify. */
    SIGNATURES_FAILED,
    /** Records of the audit trail wait to be sealed for longer than they should. */
    SEALING_BEHIND,
    /** Records of the audit trail are not as the server wrote them, or not where. */
    TRAIL_TOUCHED,
    /** Mails wait to be sent for longer than they should. */
    MAIL_BEHIND,
    /** Clients refused to be told of the end of sessions, or did not answer any more. */
    DELIVERIES_FAILED,
    /** A known attack on a client works, by how it is registered (RFC 9700). */
    CLIENTS_UNSAFE,
    /** The key that helps who is locked out still stands in the configuration. */
    RECOVERY_CONFIGURED
}
