package org.ostiary.persistence.size;

import java.util.Locale;

/** The tables that grow, each with the column that says when a row began, or where there is none when it ends. */
public enum MeasuredTable {
    ACCOUNT("created_at"),
    CLIENT("created_at"),
    LOGIN_SESSION("created_at"),
    INTERACTION("requested_at"),
    OAUTH_GRANT("created_at"),
    AUTHORIZATION_CODE("expires_at"),
    ACCESS_TOKEN("issued_at"),
    CLIENT_ACCESS_TOKEN("issued_at"),
    REFRESH_TOKEN("issued_at"),
    PUSHED_REQUEST("expires_at"),
    USED_IDENTIFIER("expires_at"),
    CONSENT("decided_at"),
    AUDIT_RECORD("happened_at"),
    REFUSAL("happened_at"),
    CLIENT_REQUEST("happened_at"),
    OUTGOING_MAIL("created_at"),
    LOGOUT_DELIVERY("created_at");

    private final String column;

    MeasuredTable(String column) {
        this.column = column;
    }

    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String question() {
        return "SELECT COUNT(*), MIN(" + column + ") FROM " + tableName();
    }
}
