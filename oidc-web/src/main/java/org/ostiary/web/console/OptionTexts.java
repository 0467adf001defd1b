package org.ostiary.web.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Options of a client as texts of a form: lists as the configuration writes them, and {@code option = value} a line each. */
final class OptionTexts {

    private OptionTexts() {}

    /** The parts of a list; a comma inside one is written {@code \,}. */
    static List<String> parts(@Nullable String list) {
        return Stream.of(Objects.requireNonNullElse(list, "").split("(?<!\\\\),"))
                .map(part -> part.replace("\\,", ",").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The list of these parts. */
    static String list(Collection<String> parts) {
        return parts.stream().map(part -> part.replace(",", "\\,")).collect(Collectors.joining(","));
    }

    /** A line each; what has several lines itself, like JSON, is put into one. */
    static String lines(Map<String, String> options) {
        return options.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue().replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Reads such lines.
     *
     * @param into gets the options
     * @param taken options that have their own fields
     * @return what is wrong, a line each
     */
    static List<String> read(Collection<String> lines, Set<String> taken, Map<String, String> into) {
        List<String> wrong = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("=", 2);
            String name = parts[0].strip();
            String value = parts.length == 2 ? parts[1].strip() : "";
            if (name.isEmpty() || value.isEmpty()) {
                wrong.add(ConsoleWords.word("form.line", line));
            } else if (taken.contains(name)) {
                wrong.add(ConsoleWords.word("form.taken", name));
            } else if (into.putIfAbsent(name, value) != null) {
                wrong.add(ConsoleWords.word("form.twice", name));
            }
        }
        return wrong;
    }

    /** The stored options that are otherwise than those that were typed, with what is stored. */
    static List<String> differences(Map<String, String> stored, Map<String, String> typed) {
        Map<String, String> shown = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>(stored.keySet());
        names.addAll(typed.keySet());
        names.stream()
                .filter(name -> !Objects.equals(stored.get(name), typed.get(name)))
                .forEach(name -> shown.put(name, Objects.requireNonNullElse(stored.get(name), "–")));
        return lines(shown).lines().toList();
    }
}
