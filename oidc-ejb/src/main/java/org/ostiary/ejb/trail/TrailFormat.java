package org.ostiary.ejb.trail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.json.JsonText;

/** How the trail is exported. */
public enum TrailFormat {
    /** An object a line; members without a value are left out. */
    JSON_LINES("application/jsonl") {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(TrailEntry entry) {
            Map<String, String> members = new LinkedHashMap<>();
            columns(entry).forEach((name, value) -> {
                if (value != null) {
                    members.put(name, value);
                }
            });
            return JsonText.object(members) + "\n";
        }
    },
    /** RFC 4180, all fields quoted. */
    CSV("text/csv") {
        @Override
        String head() {
            return String.join(",", NAMES) + "\r\n";
        }

        @Override
        String line(TrailEntry entry) {
            List<String> fields = new ArrayList<>();
            columns(entry).values().forEach(value -> fields.add(field(value == null ? "" : value)));
            return String.join(",", fields) + "\r\n";
        }
    };

    private static final List<String> NAMES = List.of(
            "position",
            "id",
            "at",
            "event",
            "outcome",
            "account_id",
            "account",
            "client_id",
            "actor",
            "rule",
            "reason",
            "ip",
            "request_id",
            "sentence",
            "seal");

    private final String mediaType;

    TrailFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What stands before the first line. */
    abstract String head();

    /** An entry with the end of its line. */
    abstract String line(TrailEntry entry);

    private static Map<String, @Nullable String> columns(TrailEntry entry) {
        String[] values = {
            Long.toString(entry.position()),
            entry.id(),
            entry.at().toString(),
            entry.event(),
            entry.outcome(),
            entry.accountId(),
            entry.accountName(),
            entry.clientId(),
            entry.actor(),
            entry.rule(),
            entry.reason(),
            entry.ip(),
            entry.requestId(),
            entry.sentence(),
            entry.seal()
        };
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        for (int at = 0; at < values.length; at++) {
            columns.put(NAMES.get(at), values[at]);
        }
        return columns;
    }

    /** A spreadsheet takes what begins like this for a formula, which may send the sheet away; an apostrophe makes it text. */
    private static String field(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n|%".indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
