package org.ostiary.persistence.cleanup;

import java.time.Duration;

/**
 * A kind of row that is worth nothing any more, in the order in which they are deleted: what hangs on something before that
 * something. Expiry is judged where a row is used; deleting only tidies.
 */
public enum Leftover {
    /** Kept an hour longer, so that a person who comes back late reads what happened. */
    INTERACTION("interaction", "expires_at", "", Duration.ofHours(1)),
    PUSHED_REQUEST("pushed_request", "expires_at", "", Duration.ZERO),
    /** Kept a day longer, so that the end of a ban is told to auditors when its owner comes back. */
    GUESS_COUNTER("guess_counter", "ends_at", "", Duration.ofDays(1)),
    USED_IDENTIFIER("used_identifier", "expires_at", "", Duration.ZERO),
    ACCESS_TOKEN("access_token", "expires_at", "", Duration.ZERO),
    CLIENT_ACCESS_TOKEN("client_access_token", "expires_at", "", Duration.ZERO),
    REFRESH_TOKEN("refresh_token", "expires_at", "", Duration.ZERO),
    /** While a token lives that a code led to, a replay of the code must be seen for what it is. */
    AUTHORIZATION_CODE(
            "authorization_code",
            "expires_at",
            " AND NOT EXISTS (SELECT 1 FROM access_token t WHERE t.grant_id = authorization_code.grant_id)"
                    + " AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.grant_id = authorization_code.grant_id)",
            Duration.ZERO),
    /** While a session lives, its grants say who must be told of its end. */
    GRANT(
            "oauth_grant",
            "created_at",
            " AND NOT EXISTS (SELECT 1 FROM login_session s WHERE s.id = oauth_grant.session_id"
                    + " AND s.ended_at IS NULL)"
                    + " AND NOT EXISTS (SELECT 1 FROM authorization_code c WHERE c.grant_id = oauth_grant.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM access_token t WHERE t.grant_id = oauth_grant.id)"
                    + " AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.grant_id = oauth_grant.id)",
            Duration.ofDays(1)),
    LOGIN_SESSION(
            "login_session",
            "ended_at",
            " AND NOT EXISTS (SELECT 1 FROM oauth_grant g WHERE g.session_id = login_session.id)",
            Duration.ofDays(1)),
    CONSENT("consent", "expires_at", "", Duration.ZERO),
    KNOWN_BROWSER("known_browser", "last_seen_at", "", Duration.ofDays(400)),
    /** Kept a week, so that an operator can tell what was sent. */
    OUTGOING_MAIL("outgoing_mail", "created_at", "", Duration.ofDays(7)),
    SIGN_OUT("sign_out", "expires_at", "", Duration.ofHours(1)),
    /** Not by {@code next_at IS NULL}, for which H2 would read all of them. */
    LOGOUT_DELIVERY("logout_delivery", "created_at", " AND COALESCE(next_at, -1) = -1", Duration.ofDays(30)),
    /** Only where nobody answered it, because mail was switched off. */
    RESET_REQUEST("password_reset_request", "created_at", "", Duration.ofDays(1)),
    RESET_LINK("password_reset_link", "expires_at", "", Duration.ZERO),
    CLIENT_REQUEST("client_request", "expires_at", "", Duration.ZERO),
    /** Its errors go with it. */
    JOB("job", "ended_at", "", Duration.ofDays(30)),
    REFUSAL("refusal", "happened_at", "", Duration.ofDays(7));

    private static final String BETWEEN = " WHERE %1$s >= ?1 AND %1$s < ?2";

    private final String table;
    private final String time;
    private final String unless;
    private final Duration kept;

    /**
     * How such rows are found.
     *
     * @param time the column of their time, which an index has
     * @param unless what else must be true of them, as more of a condition; empty for nothing
     */
    Leftover(String table, String time, String unless, Duration kept) {
        this.table = table;
        this.time = time;
        this.unless = unless;
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

    /** The time of the last row of a batch that begins at a time; none for the last batch. The parameters are that, and the end. */
    String lastOfBatch(int batch) {
        return "SELECT " + time + " FROM " + table + BETWEEN.formatted(time) + " ORDER BY " + time + " LIMIT 1 OFFSET "
                + (batch - 1);
    }

    /** Deletes what is worth nothing of a batch; the parameters are the time of its first row, and the end behind its last. */
    String deletion() {
        return "DELETE FROM " + table + BETWEEN.formatted(time) + unless;
    }
}
