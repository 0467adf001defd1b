package org.ostiary.persistence.cleanup;

import java.time.Duration;

/**
 * A kind of row that is worth nothing any more, in the order in which they are deleted: what hangs on something before that
 * something. Expiry is judged where a row is used; deleting only tidies.
 */
public enum Leftover {
    /** Kept an hour longer, so that a person who comes back late reads what happened. */
    INTERACTION("interaction", "handle_hash", "expires_at < ?1", Duration.ofHours(1)),
    PUSHED_REQUEST("pushed_request", "hash", "expires_at < ?1", Duration.ZERO),
    /** Kept a day longer, so that the end of a ban is told to auditors when its owner comes back. */
    GUESS_COUNTER("guess_counter", "name", "ends_at < ?1", Duration.ofDays(1)),
    USED_IDENTIFIER("used_identifier", "hash", "expires_at < ?1", Duration.ZERO),
    ACCESS_TOKEN("access_token", "hash", "expires_at < ?1", Duration.ZERO),
    CLIENT_ACCESS_TOKEN("client_access_token", "hash", "expires_at < ?1", Duration.ZERO),
    REFRESH_TOKEN("refresh_token", "hash", "expires_at < ?1", Duration.ZERO),
    /** While a token lives that a code led to, a replay of the code must be seen for what it is. */
    AUTHORIZATION_CODE(
            "authorization_code",
            "hash",
            "expires_at < ?1"
                    + " AND NOT EXISTS (SELECT 1 FROM access_token t WHERE t.grant_id = authorization_code.grant_id)"
                    + " AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.grant_id = authorization_code.grant_id)",
            Duration.ZERO),
    /** While a session lives, its grants say who must be told of its end. */
    GRANT(
            "oauth_grant",
            "id",
            "created_at < ?1"
                    + " AND NOT EXISTS (SELECT 1 FROM login_session s WHERE s.id = oauth_grant.session_id"
                    + " AND s.ended_at IS NULL)"
                    + " AND NOT EXISTS (SELECT 1 FROM authorization_code c WHERE c.grant_id = oauth_grant.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM access_token t WHERE t.grant_id = oauth_grant.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.grant_id = oauth_grant.id)",
            Duration.ofDays(1)),
    LOGIN_SESSION(
            "login_session",
            "id",
            "ended_at < ?1" + " AND NOT EXISTS (SELECT 1 FROM oauth_grant g WHERE g.session_id = login_session.id)",
            Duration.ofDays(1)),
    CONSENT("consent", "expires_at", "expires_at < ?1", Duration.ZERO),
    KNOWN_BROWSER("known_browser", "last_seen_at", "last_seen_at < ?1", Duration.ofDays(400)),
    /** Kept a week, so that an operator can tell what was sent. */
    OUTGOING_MAIL("outgoing_mail", "id", "created_at < ?1", Duration.ofDays(7)),
    SIGN_OUT("sign_out", "handle_hash", "expires_at < ?1", Duration.ofHours(1)),
    LOGOUT_DELIVERY("logout_delivery", "id", "created_at < ?1 AND next_at IS NULL", Duration.ofDays(30)),
    /** Only where nobody answered it, because mail was switched off. */
    RESET_REQUEST("password_reset_request", "id", "created_at < ?1", Duration.ofDays(1)),
    RESET_LINK("password_reset_link", "hash", "expires_at < ?1", Duration.ZERO),
    CLIENT_REQUEST("client_request", "id", "expires_at < ?1", Duration.ZERO),
    /** Its errors go with it. */
    JOB("job", "id", "ended_at < ?1", Duration.ofDays(30)),
    REFUSAL("refusal", "request_id", "happened_at < ?1", Duration.ofDays(7));

    private final String table;
    private final String key;
    private final String condition;
    private final Duration kept;

    Leftover(String table, String key, String condition, Duration kept) {
        this.table = table;
        this.key = key;
        this.condition = condition;
        this.kept = kept;
    }

    /** The table that the rows are in. */
    public String table() {
        return table;
    }

    /** How long after its time such a row is kept. */
    Duration kept() {
        return kept;
    }

    /** Deletes so many at most; the parameter is the time before which a row must have ended. */
    String deletion(int most) {
        return "DELETE FROM " + table + " WHERE " + key + " IN (SELECT " + key + " FROM " + table + " WHERE "
                + condition + " LIMIT " + most + ") AND " + condition;
    }
}
