package org.ostiary.ejb.issue;

import java.time.Duration;

/** A new access token and how long it works at most; this is the only time that the token itself is known. */
public record IssuedAccessToken(String value, Duration lifetime) {

    /** Without the token, so that no log can hold it. */
    @Override
    public String toString() {
        return "IssuedAccessToken[lifetime=" + lifetime + "]";
    }
}
