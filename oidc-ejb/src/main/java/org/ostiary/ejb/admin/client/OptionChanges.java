package org.ostiary.ejb.admin.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a change of options changed, for auditors: names, and values where they are no secret. */
public final class OptionChanges {

    private static final int LONGEST = 1_500;
    private static final int LONGEST_VALUE = 120;

    private OptionChanges() {}

    /** All options of something new. */
    public static String all(Map<String, String> options) {
        return between(Map.of(), options);
    }

    /** The options that differ. */
    public static String between(Map<String, String> before, Map<String, String> after) {
        List<String> changes = names(before, after).stream()
                .map(name -> change(name, before.get(name), after.get(name)))
                .toList();
        String text = changes.isEmpty() ? "no option changed" : String.join("; ", changes);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The names of the options that differ, sorted. */
    public static Set<String> names(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    private static String change(String name, @Nullable String former, @Nullable String now) {
        if (name.contains("secret")) {
            return name + " changed";
        }
        if (former == null) {
            return name + ": " + shown(Objects.requireNonNull(now));
        }
        return now == null
                ? name + " removed, was: " + shown(former)
                : name + ": " + shown(former) + " → " + shown(now);
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
