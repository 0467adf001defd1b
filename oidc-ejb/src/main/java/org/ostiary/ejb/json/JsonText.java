package org.ostiary.ejb.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;

/** JSON texts from Java values; the factory is looked up once, because looking it up at each call costs more than writing. */
public final class JsonText {

    private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

    private JsonText() {}

    /** An object with these members in their order; values are texts, numbers, truth values, collections and maps of such. */
    public static String object(Map<String, ?> members) {
        return builder(members).build().toString();
    }

    private static JsonObjectBuilder builder(Map<String, ?> members) {
        JsonObjectBuilder object = FACTORY.createObjectBuilder();
        members.forEach((name, value) -> add(object, name, value));
        return object;
    }

    private static void add(JsonObjectBuilder object, String name, Object value) {
        if (value instanceof JsonValue json) {
            object.add(name, json);
        } else if (value instanceof Boolean truth) {
            object.add(name, truth);
        } else if (value instanceof Number number) {
            object.add(name, number.longValue());
        } else if (value instanceof Collection<?> values) {
            object.add(name, array(values));
        } else if (value instanceof Map<?, ?> members) {
            object.add(name, inner(members));
        } else {
            object.add(name, value.toString());
        }
    }

    private static JsonObjectBuilder inner(Map<?, ?> members) {
        JsonObjectBuilder object = FACTORY.createObjectBuilder();
        members.forEach((key, each) -> add(object, key.toString(), each));
        return object;
    }

    private static JsonArrayBuilder array(Collection<?> values) {
        JsonArrayBuilder array = FACTORY.createArrayBuilder();
        values.forEach(value -> add(array, value));
        return array;
    }

    private static void add(JsonArrayBuilder array, Object value) {
        if (value instanceof Collection<?> values) {
            array.add(array(values));
        } else if (value instanceof Map<?, ?> members) {
            array.add(inner(members));
        } else {
            array.add(value.toString());
        }
    }
}
