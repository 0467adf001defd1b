package org.ostiary.persistence.grant;

/** By what many grants are found at once. */
public enum GrantColumn {
    /** One grant. */
    GRANT("g.id = :value"),
    ACCOUNT("g.accountId = :value"),
    CLIENT("g.clientId = :value"),
    SESSION("g.sessionId = :value"),
    /** All there are; the value is empty. */
    EVERYTHING("g.id <> :value");

    private final String condition;

    GrantColumn(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
