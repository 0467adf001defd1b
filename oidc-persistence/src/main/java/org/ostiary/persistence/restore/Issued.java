package org.ostiary.persistence.restore;

/** A kind of thing that was handed out and would work again in a restored database; {@code ?1} is the epoch, {@code ?2} now. */
public enum Issued {
    /** Codes, access and refresh tokens hang on their grant. */
    GRANT(
            "UPDATE oauth_grant SET revoked_at = ?2, revoke_reason = 'restored' WHERE created_at < ?1 AND revoked_at IS NULL"),
    CLIENT_ACCESS_TOKEN("UPDATE client_access_token SET revoked_at = ?2 WHERE issued_at < ?1 AND revoked_at IS NULL"),
    /** Over from now on, so that clients are told of their end like of any other. */
    SESSION("UPDATE login_session SET expires_at = ?2 WHERE created_at < ?1 AND ended_at IS NULL AND expires_at > ?2"),
    INTERACTION("UPDATE interaction SET expires_at = ?2 WHERE requested_at < ?1 AND expires_at > ?2"),
    /** They live for minutes and nobody knows when they came; their clients push again. */
    PUSHED_REQUEST("UPDATE pushed_request SET expires_at = ?2 WHERE expires_at > ?2 AND ?1 > 0"),
    RESET_LINK("UPDATE password_reset_link SET ended_at = ?2 WHERE created_at < ?1 AND ended_at IS NULL"),
    RESET_REQUEST("DELETE FROM password_reset_request WHERE created_at < ?1 AND ?2 > 0"),
    /** Sent before, or with a link that works no more. */
    MAIL(
            "UPDATE outgoing_mail SET next_at = NULL, sealed_text = NULL WHERE created_at < ?1 AND next_at IS NOT NULL AND ?2 > 0");

    private final String ending;

    Issued(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }
}
