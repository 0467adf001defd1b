package org.ostiary.web.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.protocol.RequestParameters;

/**
 * A place that somebody may be at, with all that the form or the address says.
 *
 * @param uploaded the text of a file; null where the form has none
 */
record PlaceCall(
        Administrator administrator,
        RequestParameters sent,
        @Nullable String uploaded) {

    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_LOOKED = 500;

    PlaceCall(Administrator administrator, RequestParameters sent) {
        this(administrator, sent, null);
    }

    /** The text of the file, which must be there. */
    String requireText() {
        if (uploaded == null || uploaded.isBlank()) {
            throw AdminRefusal.malformed("There must be a file, or its text");
        }
        return uploaded;
    }

    /** What was sent under that name, without spaces around it; null for nothing. */
    @Nullable
    String find(String name) {
        return sent.find(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** What was sent under that name; empty for nothing. */
    String text(String name) {
        return sent.find(name).map(String::strip).orElse("");
    }

    /** Which state of something was looked at, as the tag of it; what is sent changes that state alone. */
    String seen() {
        return "\"" + require("seen") + "\"";
    }

    String require(String name) {
        String text = find(name);
        if (text == null) {
            throw AdminRefusal.malformed("The parameter " + name + " must be there");
        }
        return text;
    }

    /** The beginning of a day (UTC), so many days later; null where none was sent. */
    @Nullable
    Instant day(String name, int later) {
        String text = find(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() < LAST_YEAR) {
                return day.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        } catch (DateTimeParseException notADay) {
            // Told below like a day of another age.
        }
        throw AdminRefusal.malformed("The parameter " + name + " must be a day like 2026-12-31");
    }

    /** What of the address auditors read. */
    @Nullable
    String looked() {
        String text = sent.names().stream()
                .filter(name -> !name.equals("done") && !name.equals("account"))
                .map(name -> name + "=" + text(name))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_LOOKED));
    }

    /** Which boxes of a group are ticked: those whose names begin with its name and a dot. */
    List<String> ticked(String group) {
        String prefix = group + ".";
        return sent.names().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    /** Names, a line each. */
    Set<String> lines(String name) {
        return Arrays.stream(text(name).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
