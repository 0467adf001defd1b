package org.ostiary.persistence.sealed;

/**
 * A column that holds sealed values. Each value is sealed for its place: table, column and the row's own name.
 *
 * <p>They are sealed anew in this order. What every start opens comes last: whoever takes the old master key away before all
 * was done is told so at the start, and not by what is missing later.
 */
public enum SealedColumn {
    CLIENT_SECRET("client_secret", "sealed", "id", "client_id"),
    TOTP_SEED("totp_credential", "sealed_seed", "id", "id"),
    MAIL_TEXT("outgoing_mail", "sealed_text", "id", "id"),
    RESET_NAME("password_reset_request", "sealed_name", "id", "id"),
    JOB_PART("job_part", "sealed", "id", "id"),
    SIGNING_KEY("signing_key", "sealed_private", "kid", "kid"),
    INSTALLATION_SECRET("installation_secret", "sealed", "name", "name");

    private final String table;
    private final String column;
    private final String key;
    private final String owner;

    SealedColumn(String table, String column, String key, String owner) {
        this.table = table;
        this.column = column;
        this.key = key;
        this.owner = owner;
    }

    /** Where the value of that row is sealed for. */
    public String place(String row) {
        return table + "/" + column + "/" + row;
    }

    /** Reads so many rows at most after the row {@code ?1}: its key, its name in the place, its value. */
    String reading(int most) {
        return "SELECT " + key + ", " + owner + ", " + column + " FROM " + table + " WHERE " + column
                + " IS NOT NULL AND " + key + " > ?1 ORDER BY " + key + " LIMIT " + most;
    }

    String counting() {
        return "SELECT COUNT(*) FROM " + table + " WHERE " + column + " IS NOT NULL";
    }

    String replacing() {
        return "UPDATE " + table + " SET " + column + " = ?1 WHERE " + key + " = ?2 AND " + column + " = ?3";
    }
}
