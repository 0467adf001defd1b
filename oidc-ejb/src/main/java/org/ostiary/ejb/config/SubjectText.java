package org.ostiary.ejb.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a rule concerns, as one text: {@code user:ann, group:staff, [group:staff, group:night]}. Commas outside of brackets
 * mean or, inside of them and; a backslash before a comma or a bracket makes it part of a name.
 */
final class SubjectText {
    private static final Pattern SUBJECT = Pattern.compile("(user|group):\\S(.*\\S)?");

    private final List<Set<String>> subjects = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private Set<String> all = new LinkedHashSet<>();
    private boolean inside;
    private boolean closed;
    private boolean right = true;

    private SubjectText() {}

    /** The subjects in their order; empty for a text that is none. */
    static Optional<List<Set<String>>> parse(String text) {
        SubjectText reading = new SubjectText();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\' && at + 1 < text.length()) {
                at++;
                reading.part.append(text.charAt(at));
            } else {
                reading.take(character);
            }
        }
        reading.take(',');
        return reading.right && !reading.inside ? Optional.of(reading.subjects) : Optional.empty();
    }

    private void take(char character) {
        switch (character) {
            case '[' -> open();
            case ']' -> close();
            case ',' -> comma();
            default -> part.append(character);
        }
    }

    private void open() {
        right &= !inside && !closed && part.toString().isBlank();
        part.setLength(0);
        inside = true;
    }

    private void close() {
        right &= inside;
        add();
        inside = false;
        closed = true;
    }

    private void comma() {
        if (closed) {
            right &= part.toString().isBlank();
            part.setLength(0);
        } else {
            add();
        }
        if (!inside) {
            subjects.add(all);
            all = new LinkedHashSet<>();
            closed = false;
        }
    }

    private void add() {
        String subject = part.toString().strip();
        right &= SUBJECT.matcher(subject).matches();
        all.add(subject);
        part.setLength(0);
    }
}
