package org.ostiary.ejb.protocol.authorize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an authorization response carries (OAuth 2.0 Multiple Response Type Encoding Practices 1.0, sections 2 to 5). None
 * carries an access token: what travels through a browser is seen by too many (RFC 9700, section 2.1.2).
 */
public enum ResponseType {
    CODE("code", true, false, ResponseMode.QUERY),
    ID_TOKEN("id_token", false, true, ResponseMode.FRAGMENT),
    CODE_ID_TOKEN("code id_token", true, true, ResponseMode.FRAGMENT);

    private final String value;
    private final boolean code;
    private final boolean idToken;
    private final ResponseMode usualMode;

    ResponseType(String value, boolean code, boolean idToken, ResponseMode usualMode) {
        this.value = value;
        this.code = code;
        this.idToken = idToken;
        this.usualMode = usualMode;
    }

    /** The name as it is registered and published. */
    public String value() {
        return value;
    }

    /** Whether the response carries an authorization code. */
    public boolean hasCode() {
        return code;
    }

    /** Whether the response carries an ID token. */
    public boolean hasIdToken() {
        return idToken;
    }

    /** How the response travels when the request does not say. */
    ResponseMode usualMode() {
        return usualMode;
    }

    /** The type of that name: its words in any order, each once, with one space between (RFC 6749, section 3.1.1). */
    public static Optional<ResponseType> of(String text) {
        List<String> words = List.of(text.split(" ", -1));
        return Arrays.stream(values()).filter(type -> type.isMadeOf(words)).findFirst();
    }

    private boolean isMadeOf(List<String> words) {
        List<String> own = List.of(value.split(" "));
        return own.size() == words.size() && Set.copyOf(words).equals(Set.copyOf(own));
    }
}
