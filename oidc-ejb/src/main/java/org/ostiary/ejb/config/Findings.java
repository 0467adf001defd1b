package org.ostiary.ejb.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong or doubtful in the configuration, a line each: the key, its value unless secret, what would be right. */
final class Findings {
    private static final int LONGEST_VALUE = 200;

    /** Each once, however many clients rely on what is wrong. */
    private final Set<String> mistakes = new LinkedHashSet<>();

    private final Set<String> warnings = new LinkedHashSet<>();

    void mistake(Key key, String value, String whatIsRight) {
        String shown = key.secret() ? "(not shown)" : '"' + clip(withoutPasswords(printable(value))) + '"';
        mistakes.add(printable(key.name()) + " = " + shown + ": " + whatIsRight);
    }

    void missing(Key key, String whatIsRight) {
        mistakes.add(printable(key.name()) + " is missing: " + whatIsRight);
    }

    void warning(Key key, String text) {
        warning(key.name(), text);
    }

    void warning(String name, String text) {
        warnings.add(printable(name) + ": " + text);
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Database URLs and user information may carry one. */
    static String withoutPasswords(String value) {
        return value.replaceAll("//[^/@]*@", "//(not shown)@")
                .replaceAll("(?i)(password|passwd|pwd|secret)=[^&;]*", "$1=(not shown)");
    }

    private static String clip(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    /** A line feed in a value must not begin a line of its own in a log. */
    private static String printable(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(character -> {
            if (character < 0x20
                    || (character >= 0x7f && character < 0xa0)
                    || character == 0x2028
                    || character == 0x2029) {
                text.append(String.format("\\u%04x", character));
            } else {
                text.append((char) character);
            }
        });
        return text.toString();
    }
}
