package org.ostiary.ejb.config;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the sources of the configuration say, wherever it runs.
 *
 * @param lookup the value of a key from the first source that has one
 * @param names every name the sources list; environment variables under their own, upper-case names
 */
public record ConfiguredValues(Function<String, Optional<String>> lookup, Set<String> names) {
    public ConfiguredValues {
        names = Set.copyOf(names);
    }

    /** Values from a map alone. */
    public static ConfiguredValues of(Map<String, String> values) {
        return new ConfiguredValues(key -> Optional.ofNullable(values.get(key)), values.keySet());
    }

    /**
     * The same with more keys.
     *
     * @param ours the keys that are looked for among these alone
     */
    ConfiguredValues with(Map<String, String> more, Predicate<String> ours) {
        Set<String> all = new HashSet<>(names);
        all.addAll(more.keySet());
        return new ConfiguredValues(
                key -> ours.test(key) ? Optional.ofNullable(more.get(key)) : lookup.apply(key), all);
    }

    /** The value of a key without blanks around it; a blank one counts as absent, as in MicroProfile Config. */
    Optional<String> find(String key) {
        return lookup.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }
}
