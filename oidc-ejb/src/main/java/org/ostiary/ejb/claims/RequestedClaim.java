package org.ostiary.ejb.claims;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * One claim that a request asks for by name (OIDC Core 1.0, section 5.5.1).
 *
 * @param essential whether the client cannot do without it
 * @param values those of which it must have one; none for any
 */
public record RequestedClaim(boolean essential, List<JsonValue> values) {
    public RequestedClaim {
        values = List.copyOf(values);
    }

    /** Whether a text is one that was asked for. */
    public boolean acceptsText(String text) {
        return values.isEmpty() || texts().contains(text);
    }

    /** The values that are texts. */
    public List<String> texts() {
        return values.stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    /** Whether a value is one that was asked for. */
    public boolean accepts(JsonValue value) {
        return values.isEmpty() || values.contains(value);
    }
}
