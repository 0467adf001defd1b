package org.ostiary.ejb.authelia;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map of the file, whose members are asked for by their names. What nobody asked for is reported, so that no option is passed over
 * in silence.
 */
final class Section {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final String path;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Report report;

    private Section(String path, Object value, Report report) {
        this.path = path;
        this.report = report;
        if (value instanceof Map<?, ?> map) {
            take(map);
        } else if (!nothing(value)) {
            report.lost(path, "must have members; what stands there was not read");
        }
    }

    /** The whole document. */
    static Section of(Object document, Report report) {
        return new Section("", document, report);
    }

    /** YAML's merge key: what is written out counts before what is merged. */
    private void take(Map<?, ?> map) {
        Object merged = map.get("<<");
        if (merged instanceof Map<?, ?> one) {
            take(one);
        } else if (merged instanceof List<?> several) {
            for (int at = several.size() - 1; at >= 0; at--) {
                if (several.get(at) instanceof Map<?, ?> one) {
                    take(one);
                }
            }
        }
        map.forEach((name, value) -> {
            if (!"<<".equals(name)) {
                members.put(String.valueOf(name), value);
            }
        });
    }

    /** Lets what an older release called {@code old} be found under its name of today. */
    void rename(String old, String today) {
        if (members.containsKey(old) && !members.containsKey(today)) {
            members.put(today, members.remove(old));
            report.notNeeded(path(old), "is what older releases call " + today + ", and is read as that");
        }
    }

    /** Where an option stands, for the report. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Report report() {
        return report;
    }

    Set<String> names() {
        return Set.copyOf(members.keySet());
    }

    boolean has(String name) {
        return !nothing(members.get(name));
    }

    Optional<String> text(String name) {
        read.add(name);
        Object value = members.get(name);
        if (nothing(value)) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text.strip());
        }
        report.lost(path(name), "must be one text; what stands there was not read");
        return Optional.empty();
    }

    /** Empty when absent; the words are those of YAML 1.1, which Authelia reads too. */
    Optional<Boolean> flag(String name) {
        return text(name).flatMap(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y" -> Optional.of(true);
            case "false", "no", "off", "n" -> Optional.of(false);
            default -> {
                report.lost(path(name), "must be true or false; what stands there was not read");
                yield Optional.empty();
            }
        });
    }

    /** A list of texts, or the one that stands instead. */
    List<String> texts(String name) {
        read.add(name);
        List<String> texts = new ArrayList<>();
        for (Object each : list(name)) {
            if (each instanceof String text && !nothing(text)) {
                texts.add(text.strip());
            } else if (!nothing(each)) {
                report.lost(path(name), "has an entry that is no text; it was not read");
            }
        }
        return texts;
    }

    /** What stands there, one after the other: texts, lists, maps. */
    List<Object> list(String name) {
        read.add(name);
        Object value = members.getOrDefault(name, "");
        if (value instanceof List<?> list) {
            return List.copyOf(list);
        }
        return nothing(value) ? List.of() : List.of(value);
    }

    Section section(String name) {
        read.add(name);
        return new Section(path(name), members.getOrDefault(name, ""), report);
    }

    /** A list of maps. */
    List<Section> sections(String name) {
        List<Section> sections = new ArrayList<>();
        List<Object> list = list(name);
        for (int at = 0; at < list.size(); at++) {
            sections.add(new Section(path(name) + "[" + label(list.get(at), at) + "]", list.get(at), report));
        }
        return sections;
    }

    /** Clients are called by their identifiers, which people know, and other entries by their numbers. */
    private static String label(Object entry, int number) {
        return Stream.of("client_id", "id")
                .filter(name -> entry instanceof Map<?, ?> map && map.get(name) instanceof String)
                .map(name -> (String) ((Map<?, ?>) entry).get(name))
                .findFirst()
                .orElse(String.valueOf(number));
    }

    /** A map of maps, by the names that the operator chose. */
    Map<String, Section> named(String name) {
        Map<String, Section> named = new LinkedHashMap<>();
        Section all = section(name);
        all.members.keySet().forEach(each -> named.put(each, all.section(each)));
        return named;
    }

    /** Reports what nobody asked for. */
    void reportUnread() {
        members.keySet().stream()
                .filter(name -> !read.contains(name) && !nothing(members.get(name)))
                .forEach(name -> report.lost(path(name), "is not known here; look whether it matters"));
    }

    private static boolean nothing(@Nullable Object value) {
        return value == null || (value instanceof String text && NOTHING.contains(text.strip()));
    }
}
