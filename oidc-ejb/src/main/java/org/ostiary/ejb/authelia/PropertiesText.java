package org.ostiary.ejb.authelia;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a draft as the properties file that our own reader reads. */
final class PropertiesText {

    private static final String HEAD = """
            # Made from a configuration of Authelia. Read the report that came with it, and the remarks below, before you use it.
            # It may hold secrets: let only the server read it.
            """;

    private PropertiesText() {}

    static String of(Draft draft) {
        StringBuilder text = new StringBuilder(HEAD);
        Map<String, List<Map.Entry<String, String>>> groups = draft.values().entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> group(each.getKey()), LinkedHashMap::new, Collectors.toUnmodifiableList()));
        groups.values().forEach(group -> {
            text.append('\n');
            group.forEach(each -> append(text, draft, each, ""));
        });
        if (!draft.out().isEmpty()) {
            text.append("\n# Left out:\n");
            draft.out().entrySet().forEach(each -> append(text, draft, each, "#"));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Draft draft, Map.Entry<String, String> each, String before) {
        draft.remarks(each.getKey())
                .forEach(
                        line -> text.append("# ").append(Report.printable(line)).append('\n'));
        text.append(before).append(line(each)).append('\n');
    }

    /** Keys of one client or name stand together. */
    private static String group(String key) {
        String[] parts = key.split("\\.", 4);
        return parts.length < 4 ? "" : parts[1] + "." + parts[2];
    }

    private static String line(Map.Entry<String, String> each) {
        return escaped(each.getKey(), true) + "=" + escaped(each.getValue(), false);
    }

    private static String escaped(String text, boolean key) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\' || (key && "=: #!".indexOf(character) >= 0) || (at == 0 && character == ' ')) {
                escaped.append('\\').append(character);
            } else if (Character.isISOControl(character)) {
                escaped.append(String.format("\\u%04x", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
