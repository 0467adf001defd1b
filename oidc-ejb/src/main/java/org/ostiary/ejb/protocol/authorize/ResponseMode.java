package org.ostiary.ejb.protocol.authorize;

import java.util.Arrays;
import java.util.Optional;

/**
 * How an authorization response travels (OAuth 2.0 Multiple Response Type Encoding Practices 1.0, section 2.1; OAuth 2.0 Form
 * Post Response Mode 1.0; JWT Secured Authorization Response Mode, section 2.3).
 */
public enum ResponseMode {
    QUERY("query", false),
    FRAGMENT("fragment", false),
    FORM_POST("form_post", false),
    QUERY_JWT("query.jwt", true),
    FRAGMENT_JWT("fragment.jwt", true),
    FORM_POST_JWT("form_post.jwt", true),
    /** Signed, and else the usual one of the response type. */
    JWT("jwt", true);

    private final String value;
    private final boolean signed;

    ResponseMode(String value, boolean signed) {
        this.value = value;
        this.signed = signed;
    }

    /** The name on the wire. */
    public String value() {
        return value;
    }

    /** Whether the response is one signed token. */
    public boolean signed() {
        return signed;
    }

    /** Whether the browser posts the response, and is not redirected with it. */
    public boolean byForm() {
        return this == FORM_POST || this == FORM_POST_JWT;
    }

    /** Whether the response stands in the query, which servers log and browsers send on. */
    boolean inQuery() {
        return this == QUERY || this == QUERY_JWT;
    }

    /** The mode that is meant where this one leaves it to the response type (section 2.3.4 of the third specification). */
    ResponseMode meantFor(ResponseType type) {
        if (this != JWT) {
            return this;
        }
        return type.usualMode() == QUERY ? QUERY_JWT : FRAGMENT_JWT;
    }

    /** The mode of that name. */
    public static Optional<ResponseMode> of(String value) {
        return Arrays.stream(values()).filter(mode -> mode.value.equals(value)).findFirst();
    }
}
