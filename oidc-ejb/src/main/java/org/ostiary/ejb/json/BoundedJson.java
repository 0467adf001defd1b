package org.ostiary.ejb.json;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges JSON that a stranger sent, before anything is built from it. */
public final class BoundedJson {

    private static final int DEEPEST = 10;
    private static final JsonParserFactory FACTORY = Json.createParserFactory(Map.of());

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private BoundedJson() {}

    /** The object, when {@link #isObject} says that the text is one, and no number in it is beyond all measure. */
    public static Optional<JsonObject> read(String text) {
        if (!isObject(text)) {
            return Optional.empty();
        }
        return held(text, JsonReader::readObject);
    }

    /** The array, when the text is one and no number in it is beyond all measure. */
    public static Optional<JsonArray> readArray(String text) {
        return held(text, JsonReader::readArray);
    }

    private static <T> Optional<T> held(String text, Function<JsonReader, T> structure) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return Optional.of(structure.apply(reader));
        } catch (JsonException
                | ArithmeticException
                | NumberFormatException
                | UnsupportedOperationException unreadable) {
            // The last is what the reader says of a number with more than 1,100 digits.
            return Optional.empty();
        }
    }

    /** Whether the text is one JSON object, at most ten levels deep, with no member named twice in the same object. */
    public static boolean isObject(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser parser = FACTORY.createParser(new StringReader(text))) {
            return bounded(parser);
        } catch (JsonException malformed) {
            return false;
        }
    }

    private static boolean bounded(JsonParser parser) {
        Deque<Set<String>> names = new ArrayDeque<>();
        while (parser.hasNext()) {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> names.push(new HashSet<>());
                case END_OBJECT, END_ARRAY -> names.pop();
                case KEY_NAME -> {
                    if (!names.getFirst().add(parser.getString())) {
                        return false;
                    }
                }
                default -> {
                    // A value is bounded by the length of its parameter.
                }
            }
            if (names.size() > DEEPEST) {
                return false;
            }
        }
        return true;
    }
}
