package org.ostiary.ejb.authorize;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.RequestParameters;

/** The claims of a request object as the parameters they stand for (RFC 9101, section 4; OIDC Core 1.0, section 6.1). */
final class RequestObjectParameters {

    private static final String RESOURCE = "resource";

    /** What is about the object itself, not about the request. */
    private static final Set<String> OF_THE_OBJECT = Set.of("iss", "aud", "exp", "nbf", "iat", "jti", "sub");

    private RequestObjectParameters() {}

    static RequestParameters of(JsonObject claims) {
        Map<String, String> values = new LinkedHashMap<>();
        claims.forEach((name, value) -> {
            if (!OF_THE_OBJECT.contains(name) && !name.equals(RESOURCE)) {
                add(values, name, value);
            }
        });
        return RequestParameters.of(values, resources(claims.get(RESOURCE)));
    }

    private static void add(Map<String, String> values, String name, JsonValue value) {
        switch (value.getValueType()) {
            case STRING -> values.put(name, text(value));
            case NUMBER, TRUE, FALSE, OBJECT -> values.put(name, value.toString());
            case NULL -> {
                // As if it were not there.
            }
            case ARRAY ->
                throw RequestObjectRules.refuse(
                        "request-object-values",
                        "RFC 9101, section 4",
                        "No claim of a request object may be an array but aud and resource");
        }
    }

    private static Set<String> resources(@Nullable JsonValue value) {
        Set<String> resources = new LinkedHashSet<>();
        if (value instanceof JsonArray several) {
            several.forEach(each -> resources.add(text(each)));
        } else if (value != null) {
            resources.add(text(value));
        }
        return resources;
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw RequestObjectRules.refuse(
                "request-object-values", "RFC 9101, section 4", "Each resource in a request object must be a text");
    }
}
