package org.ostiary.ejb.admin.body;

import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.JsonText;

/** Records as JSON objects: a member for each component, named in snake case, null where there is nothing. */
public final class RecordJson {

    private RecordJson() {}

    public static String write(Record message) {
        return JsonText.object(members(message));
    }

    private static Map<String, Object> members(Record message) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            members.put(name(component), value(read(component, message)));
        }
        return members;
    }

    private static @Nullable Object read(RecordComponent component, Record message) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(message);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Record inner) {
            return members(inner);
        }
        if (value instanceof Enum<?> constant) {
            return word(constant);
        }
        return value instanceof Collection<?> values
                ? values.stream().map(RecordJson::value).toList()
                : value;
    }

    /** As a constant is written. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** As a component is written. */
    public static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
