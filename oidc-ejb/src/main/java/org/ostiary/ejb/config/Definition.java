package org.ostiary.ejb.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A policy, scope or claims policy with its name.
 *
 * @param options as after its name in the configuration, with the texts that it would have there
 */
public record Definition(DefinitionKind kind, String name, Map<String, String> options) {

    public Definition {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Whether the other has that kind and name too. */
    public boolean sameName(Definition other) {
        return kind == other.kind && name.equals(other.name);
    }

    /** The keys that the configuration would have. */
    Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(kind.prefix(name) + kind.first(), "");
        options.forEach((option, text) -> keys.put(kind.prefix(name) + option, text));
        return keys;
    }
}
