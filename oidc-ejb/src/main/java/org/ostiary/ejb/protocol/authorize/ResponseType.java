package org.ostiary.ejb.protocol.authorize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an authorization response carries (OAuth 2.0 Multiple Response Type Encoding Practices 1.0, sections 2 to 5). Those
 * with an access token work only where the operator enabled them: what travels through a browser is seen by too many (RFC
 * 9700, section 2.1.2).
 */
public enum ResponseType {
    CODE("code"),
    ID_TOKEN("id_token"),
    CODE_ID_TOKEN("code id_token"),
    TOKEN("token"),
    ID_TOKEN_TOKEN("id_token token"),
    CODE_TOKEN("code token"),
    CODE_ID_TOKEN_TOKEN("code id_token token");

    private final String value;

    ResponseType(String value) {
        this.value = value;
    }

    /** The name as it is registered and published. */
    public String value() {
        return value;
    }

    /** Whether the response carries an authorization code. */
    public boolean hasCode() {
        return words().contains("code");
    }

    /** Whether the response carries an ID token. */
    public boolean hasIdToken() {
        return words().contains("id_token");
    }

    /** Whether the response carries an access token. */
    public boolean hasAccessToken() {
        return words().contains("token");
    }

    /** Whether the response carries a token of any kind, which must not stand in a query (section 3). */
    public boolean hasToken() {
        return hasIdToken() || hasAccessToken();
    }

    /** How the response travels when the request does not say. */
    ResponseMode usualMode() {
        return hasToken() ? ResponseMode.FRAGMENT : ResponseMode.QUERY;
    }

    /** The type of that name: its words in any order, each once, with one space between (RFC 6749, section 3.1.1). */
    public static Optional<ResponseType> of(String text) {
        List<String> words = List.of(text.split(" ", -1));
        return Arrays.stream(values()).filter(type -> type.isMadeOf(words)).findFirst();
    }

    /** Those that an operator's choice leaves, in the order they are published. */
    public static List<ResponseType> allowed(boolean withAccessToken) {
        return Arrays.stream(values())
                .filter(type -> withAccessToken || !type.hasAccessToken())
                .toList();
    }

    private boolean isMadeOf(List<String> asked) {
        return words().size() == asked.size() && words().equals(Set.copyOf(asked));
    }

    private Set<String> words() {
        return Set.of(value.split(" "));
    }
}
