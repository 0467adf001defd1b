package org.ostiary.ejb.protocol.authorize;

import java.util.Arrays;
import java.util.Optional;

/** What the client wants the person to be asked (OIDC Core 1.0, section 3.1.2.1). */
public enum Prompt {
    NONE("none"),
    LOGIN("login"),
    CONSENT("consent"),
    SELECT_ACCOUNT("select_account"),
    /** Initiating User Registration via OpenID Connect 1.0, section 4. */
    CREATE("create");

    private final String value;

    Prompt(String value) {
        this.value = value;
    }

    /** The name on the wire. */
    public String value() {
        return value;
    }

    /** The prompt of that name. */
    public static Optional<Prompt> of(String value) {
        return Arrays.stream(values())
                .filter(prompt -> prompt.value.equals(value))
                .findFirst();
    }
}
