package org.ostiary.web.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.trail.TrailEntry;

/** Records of the audit trail, the latest first, by the filters that were set. */
public record AuditModel(
        List<TrailEntry> records,
        Map<String, String> filters,
        @Nullable String next) {

    static final List<String> FILTERS =
            List.of("event", "outcome", "account", "client", "request", "actor", "from", "to");
}
