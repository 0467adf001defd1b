package org.ostiary.ejb.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** The members of a client's stored metadata; one that is not there is empty, null, zero or false. */
final class StoredMembers {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final JsonObject json;

    private StoredMembers(JsonObject json) {
        this.json = json;
    }

    static StoredMembers of(String metadata) {
        return new StoredMembers(
                READERS.createReader(new StringReader(metadata)).readObject());
    }

    /** Reads the values that we wrote ourselves. */
    static <T> Function<String, T> known(Function<String, Optional<T>> of) {
        return text -> of.apply(text)
                .orElseThrow(() -> new IllegalStateException("Stored client metadata holds an unknown value"));
    }

    <T> T require(String name, Function<String, T> reader) {
        return reader.apply(json.getString(name));
    }

    <T> T find(String name, Function<String, T> reader, T standard) {
        return json.containsKey(name) ? require(name, reader) : standard;
    }

    @Nullable
    String text(String name) {
        return json.containsKey(name) ? json.getString(name) : null;
    }

    @Nullable
    JwsAlgorithm algorithm(String name) {
        return json.containsKey(name) ? require(name, known(JwsAlgorithm::of)) : null;
    }

    boolean flag(String name) {
        return json.getBoolean(name, false);
    }

    long number(String name) {
        return json.getJsonNumber(name).longValue();
    }

    /** Null when there is none. */
    @Nullable
    Duration duration(String name) {
        return json.containsKey(name) ? Duration.ofSeconds(number(name)) : null;
    }

    Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        JsonArray array = json.containsKey(name) ? json.getJsonArray(name) : JsonArray.EMPTY_JSON_ARRAY;
        array.getValuesAs(JsonString.class).forEach(text -> texts.add(text.getString()));
        return texts;
    }

    Map<String, String> textsByName(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonObject object = json.containsKey(name) ? json.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
        object.keySet().forEach(key -> texts.put(key, object.getString(key)));
        return texts;
    }

    List<JsonObject> objects(String name) {
        return json.containsKey(name) ? json.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }

    Map<String, Duration> durations(String name) {
        Map<String, Duration> durations = new LinkedHashMap<>();
        JsonObject object = json.containsKey(name) ? json.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
        object.keySet()
                .forEach(key -> durations.put(
                        key, Duration.ofSeconds(object.getJsonNumber(key).longValue())));
        return durations;
    }

    ClientStrictness strictness() {
        String debugUntil = text("debug_until");
        return new ClientStrictness(
                flag("strict_scopes"),
                json.containsKey("minimum_parameter_entropy") ? json.getInt("minimum_parameter_entropy") : null,
                text("pkce_challenge_method"),
                debugUntil == null ? null : Instant.parse(debugUntil));
    }
}
