package org.ostiary.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form for a client: one of its options.
 *
 * @param value of text and lines, as it was typed; the choice where there is one of several; empty where several may be chosen
 * @param standard what it is where nothing is said; null for what depends on other options
 * @param wrong what is wrong with it, a line each
 */
public record FormField(
        String name,
        Kind kind,
        String value,
        List<Choice> choices,
        @Nullable String standard,
        List<String> wrong) {

    /** How it is filled in. */
    public enum Kind {
        TEXT,
        LINES,
        CHOICE,
        CHOICES
    }

    /** Something to choose; {@code box} is the name of its box where several may be chosen. */
    public record Choice(String box, String value, boolean chosen) {

        /** A name for its element. */
        public String id() {
            return box.replaceAll("[^A-Za-z0-9-]", "-");
        }
    }

    /** Whether it is of that kind, by the name that views use. */
    public boolean is(String wanted) {
        return kind.name().equals(wanted);
    }

    public String label() {
        return ConsoleWords.word("field." + name);
    }

    public String hint() {
        return ConsoleWords.word("field." + name + ".hint");
    }

    /** The elements that say more of it. */
    public String describedBy() {
        return wrong.isEmpty() ? name + "-hint" : name + "-hint " + name + "-wrong";
    }
}
