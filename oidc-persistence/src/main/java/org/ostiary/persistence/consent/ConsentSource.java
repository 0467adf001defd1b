package org.ostiary.persistence.consent;

import java.util.stream.Stream;

/** Where a person decided. */
public enum ConsentSource {
    /** While a client waited for the answer. */
    CONSENT_PAGE("consent-page"),
    /** Among the applications of the own account. */
    ACCOUNT_PAGE("account-page");

    private final String value;

    ConsentSource(String value) {
        this.value = value;
    }

    /** The value in the database and in audit records. */
    public String value() {
        return value;
    }

    static ConsentSource of(String value) {
        return Stream.of(values())
                .filter(source -> source.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No source of decisions is called " + value));
    }
}
