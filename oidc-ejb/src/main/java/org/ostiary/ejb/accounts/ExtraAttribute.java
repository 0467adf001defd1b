package org.ostiary.ejb.accounts;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.AttributeType;

/** A member of {@code extra} as the type says that the operator declared for it; without one, texts and lists of texts are taken as they are. */
final class ExtraAttribute {

    private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());
    private static final int LONGEST = 1_000;
    private static final int MOST = 100;

    private ExtraAttribute() {}

    /** What would be right; for the line of a mistake. */
    static String demand(@Nullable AttributeType type) {
        if (type == null) {
            return "neither a text nor a list of texts";
        }
        return "not of the type " + type.value().text() + (type.several() ? " or a list of such" : "");
    }

    /** Empty where the value is not of the type, or too long. */
    static Optional<JsonValue> read(@Nullable Object written, @Nullable AttributeType type) {
        AttributeType.Value kind = type == null ? AttributeType.Value.STRING : type.value();
        boolean several = type == null ? written instanceof List<?> : type.several();
        if (!several) {
            return single(written, kind);
        }
        List<?> values = written instanceof List<?> list ? list : List.of(String.valueOf(written));
        JsonArrayBuilder array = FACTORY.createArrayBuilder();
        for (Object value : values) {
            Optional<JsonValue> read = single(value, kind);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            array.add(read.get());
        }
        return values.size() > MOST ? Optional.empty() : Optional.of(array.build());
    }

    private static Optional<JsonValue> single(@Nullable Object written, AttributeType.Value kind) {
        if (!(written instanceof String text) || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (kind) {
            case STRING -> Optional.of(Json.createValue(text));
            case INTEGER ->
                text.matches("-?[0-9]{1,15}") ? Optional.of(Json.createValue(Long.parseLong(text))) : Optional.empty();
            case BOOLEAN -> truth(text);
        };
    }

    private static Optional<JsonValue> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(JsonValue.TRUE);
            case "false" -> Optional.of(JsonValue.FALSE);
            default -> Optional.empty();
        };
    }
}
