package org.ostiary.web.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.FormEncoding;

/** The page after one of a long list. */
final class NextPage {

    /** Rows of a page. */
    static final int ROWS = 50;

    private NextPage() {}

    /** Its query; null for none. */
    static @Nullable String query(Map<String, String> filters, @Nullable String after) {
        if (after == null) {
            return null;
        }
        Map<String, String> query = new LinkedHashMap<>();
        filters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.put(name, value);
            }
        });
        query.put("after", after);
        return "?" + FormEncoding.encode(query);
    }
}
