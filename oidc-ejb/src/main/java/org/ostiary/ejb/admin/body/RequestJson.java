package org.ostiary.ejb.admin.body;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;

/**
 * Records from JSON objects. A member that is not known is refused, and so is one that is missing, unless it may be null; a truth
 * value that is missing is false. So nothing is ever changed by leaving something out, or by sending more than is asked for.
 */
public final class RequestJson {

    private RequestJson() {}

    public static <T extends Record> T read(Class<T> type, JsonObject json) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> names = Arrays.stream(components).map(RecordJson::name).collect(Collectors.toSet());
        json.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw AdminRefusal.malformed(
                    "The body has a member that is not known; known are: " + String.join(", ", names));
        });
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, json.get(RecordJson.name(component))))
                .toArray();
        return make(type, components, values);
    }

    private static <T extends Record> T make(Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException
                | InstantiationException
                | IllegalAccessException
                | NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable JsonValue value) {
        Class<?> type = component.getType();
        if (value == null || value == JsonValue.NULL) {
            if (type == boolean.class && value == null) {
                return false;
            }
            if (optional(component)) {
                return null;
            }
            throw refuse(component, "must be there");
        }
        if (type == boolean.class) {
            return truth(component, value);
        }
        if (type == Map.class) {
            return texts(component, value);
        }
        if (type == List.class) {
            return records(component, value);
        }
        if (type == Set.class) {
            return set(component, value);
        }
        String text = text(component, value);
        if (type.isEnum()) {
            return constant(component, type, text);
        }
        return type == Instant.class ? moment(component, text) : text;
    }

    /** Whether a component may be null. */
    public static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean truth(RecordComponent component, JsonValue value) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw refuse(component, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }

    private static String text(RecordComponent component, JsonValue value) {
        if (value instanceof JsonString text && wellFormed(text.getString())) {
            return text.getString();
        }
        throw refuse(component, "must be a text");
    }

    /** No database takes a NUL character or half a surrogate pair. */
    private static boolean wellFormed(String text) {
        return text.chars().noneMatch(character -> character == 0)
                && text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    private static Object constant(RecordComponent component, Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> RecordJson.word((Enum<?>) each).equals(text))
                .findFirst()
                .orElseThrow(() -> refuse(
                        component,
                        "must be one of: "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(each -> RecordJson.word((Enum<?>) each))
                                        .collect(Collectors.joining(", "))));
    }

    private static Instant moment(RecordComponent component, String text) {
        return Moment.of(text)
                .orElseThrow(() -> refuse(component, "must be a moment in UTC like 2026-12-31T18:00:00Z"));
    }

    /** A list of objects, each of them a record of the kind that the component says. */
    private static List<Record> records(RecordComponent component, JsonValue value) {
        ParameterizedType list = (ParameterizedType) component.getGenericType();
        Class<? extends Record> kind = ((Class<?>) list.getActualTypeArguments()[0]).asSubclass(Record.class);
        if (!(value instanceof JsonArray array)) {
            throw refuse(component, "must be a list of objects");
        }
        List<Record> records = new ArrayList<>();
        for (JsonValue each : array) {
            if (!(each instanceof JsonObject object)) {
                throw refuse(component, "must be a list of objects");
            }
            records.add(read(kind, object));
        }
        return records;
    }

    private static Set<String> set(RecordComponent component, JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw refuse(component, "must be a list of texts");
        }
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(each -> texts.add(text(component, each)));
        return texts;
    }

    /** Texts by name; where a value is a list, a truth value or a number, the text that configuration would have for it. */
    private static Map<String, String> texts(RecordComponent component, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw refuse(component, "must be an object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((name, each) -> {
            if (!wellFormed(name)) {
                throw refuse(component, "must have names that are texts");
            }
            texts.put(name, configured(component, each));
        });
        return texts;
    }

    private static String configured(RecordComponent component, JsonValue value) {
        if (value instanceof JsonArray array && array.isEmpty()) {
            throw refuse(component, "must hold no empty list: an option that is left out has its default");
        }
        return switch (value.getValueType()) {
            case TRUE -> "true";
            case FALSE -> "false";
            case NUMBER -> value.toString();
            case ARRAY ->
                set(component, value).stream()
                        .map(part -> part.replace(",", "\\,"))
                        .collect(Collectors.joining(","));
            case STRING -> text(component, value);
            case NULL, OBJECT -> throw refuse(component, "must hold texts, lists of texts, truth values or numbers");
        };
    }

    private static AdminRefusal refuse(RecordComponent component, String whatIsRight) {
        return AdminRefusal.malformed("The member " + RecordJson.name(component) + " " + whatIsRight);
    }
}
