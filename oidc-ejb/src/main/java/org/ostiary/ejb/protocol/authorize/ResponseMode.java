package org.ostiary.ejb.protocol.authorize;

import java.util.Arrays;
import java.util.Optional;

/** How an authorization response travels (OAuth 2.0 Multiple Response Types 1.0; OAuth 2.0 Form Post Response Mode 1.0). */
public enum ResponseMode {
    QUERY("query"),
    FORM_POST("form_post");

    private final String value;

    ResponseMode(String value) {
        this.value = value;
    }

    /** The name on the wire. */
    public String value() {
        return value;
    }

    /** The mode of that name. */
    public static Optional<ResponseMode> of(String value) {
        return Arrays.stream(values()).filter(mode -> mode.value.equals(value)).findFirst();
    }
}
