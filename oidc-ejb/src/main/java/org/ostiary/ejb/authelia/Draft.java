package org.ostiary.ejb.authelia;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The configuration that comes out, in its order, with remarks for whoever reads it. */
final class Draft {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> remarks = new LinkedHashMap<>();
    private final Map<String, String> out = new LinkedHashMap<>();

    void put(String key, String value) {
        values.put(key, value);
    }

    /** A list, as our configuration writes one. */
    void put(String key, Collection<String> parts) {
        values.put(key, parts.stream().map(part -> part.replace(",", "\\,")).collect(Collectors.joining(",")));
    }

    /** A line above a key. */
    void remark(String key, String line) {
        remarks.computeIfAbsent(key, each -> new ArrayList<>()).add(line);
    }

    /** Takes a key out; it stays in sight as a remark. */
    void takeOut(String key, String why) {
        String value = values.get(key);
        if (value != null) {
            values.remove(key);
            out.put(key, value);
            remark(key, why);
        }
    }

    Map<String, String> values() {
        return values;
    }

    Map<String, String> out() {
        return out;
    }

    List<String> remarks(String key) {
        return remarks.getOrDefault(key, List.of());
    }

    /** The keys of the one client whose keys begin so; that of another, whose name begins alike, has dots behind it. */
    List<String> ofClient(String prefix) {
        return below(prefix).stream()
                .filter(key -> key.indexOf('.', prefix.length()) < 0)
                .toList();
    }

    /** The keys that begin so. */
    List<String> below(String prefix) {
        return values.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }
}
