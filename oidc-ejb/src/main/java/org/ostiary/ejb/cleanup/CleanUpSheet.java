package org.ostiary.ejb.cleanup;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one turn of the clean-up came to: rows by table. */
final class CleanUpSheet {

    private final Map<String, Long> deleted = new TreeMap<>();

    /** Nothing is written down where nothing was deleted. */
    void add(String table, long rows) {
        if (rows > 0) {
            deleted.merge(table, rows, Long::sum);
        }
    }

    Map<String, Long> deleted() {
        return Collections.unmodifiableMap(deleted);
    }

    /** For the log. */
    String line() {
        long sum = deleted.values().stream().mapToLong(Long::longValue).sum();
        return "Cleaned up " + sum + " rows: "
                + deleted.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }
}
