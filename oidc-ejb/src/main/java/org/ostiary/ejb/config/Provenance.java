package org.ostiary.ejb.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where each value of the configuration comes from.
 *
 * @param entries by name
 */
public record Provenance(List<ConfiguredEntry> entries) {

    public Provenance {
        entries = List.copyOf(entries);
    }

    /** The source that won for a key. */
    record Source(@Nullable String name, int ordinal) {}

    /**
     * All keys of ours among the names, and those that have a default.
     *
     * @param sourceOf says of a configured key where its value is from
     */
    static Provenance of(ConfiguredValues values, Function<String, Source> sourceOf) {
        Map<String, ConfiguredEntry> entries = new TreeMap<>();
        for (ServerKey key : ServerKey.values()) {
            put(entries, key.key(), values, sourceOf);
        }
        for (String clientId : new ConfiguredNames(values.names()).clientIds()) {
            Stream.of(ClientOption.values())
                    .map(option -> option.key(clientId))
                    .filter(key -> values.find(key.name()).isPresent())
                    .forEach(key -> put(entries, key, values, sourceOf));
        }
        Set<String> names = values.names();
        names.stream()
                .filter(name -> name.startsWith("oidc.") && !entries.containsKey(name))
                .filter(name -> values.find(name).isPresent())
                .forEach(name -> entries.put(name, free(name, values, sourceOf)));
        return new Provenance(List.copyOf(entries.values()));
    }

    private static void put(
            Map<String, ConfiguredEntry> entries, Key key, ConfiguredValues values, Function<String, Source> sourceOf) {
        String configured = values.find(key.name()).orElse(null);
        Source source = configured == null ? null : sourceOf.apply(key.name());
        String value = configured == null ? key.standard() : Findings.withoutPasswords(configured);
        entries.put(
                key.name(),
                new ConfiguredEntry(
                        key.name(),
                        key.secret() ? null : value,
                        configured != null,
                        key.secret(),
                        true,
                        source == null ? null : source.name(),
                        source == null ? null : source.ordinal()));
    }

    private static ConfiguredEntry free(String name, ConfiguredValues values, Function<String, Source> sourceOf) {
        boolean known = FreeKeys.isKnown(name);
        Source source = sourceOf.apply(name);
        return new ConfiguredEntry(
                name,
                known ? values.find(name).orElse(null) : null,
                true,
                false,
                known,
                source.name(),
                source.ordinal());
    }
}
