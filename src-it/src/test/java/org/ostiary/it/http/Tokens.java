package org.ostiary.it.http;

import java.util.Map;

/** A successful token response (RFC 6749, section 5.1). */
public record Tokens(Answer answer, Map<String, Object> members) {
    static Tokens read(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("No tokens but " + answer);
        }
        return new Tokens(answer, answer.json());
    }

    /** The access token. */
    public String accessToken() {
        return member("access_token");
    }

    /** The ID token as sent. */
    public String idToken() {
        return member("id_token");
    }

    /** One member as text; fails when it is missing. */
    public String member(String name) {
        Object value = members.get(name);
        if (value == null) {
            throw new AssertionError("No " + name + " in " + answer);
        }
        return value.toString();
    }
}
