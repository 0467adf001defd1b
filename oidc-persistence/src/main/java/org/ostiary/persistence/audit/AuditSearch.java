package org.ostiary.persistence.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the trail are looked for; null is any.
 *
 * @param from the first moment
 * @param before only what happened before this moment, or in it under a smaller {@code beforeId}
 */
public record AuditSearch(
        @Nullable String event,
        @Nullable String outcome,
        @Nullable String accountId,
        @Nullable String clientId,
        @Nullable String requestId,
        @Nullable String actor,
        Instant from,
        Instant before,
        String beforeId) {

    /** The condition for a record {@code r}. */
    String condition() {
        StringBuilder condition = new StringBuilder("r.happenedAt >= :from AND r.happenedAt <= :before"
                + " AND (r.happenedAt < :before OR r.id < :beforeId)");
        equal().keySet().forEach(name -> condition.append(" AND r." + name + " = :" + name));
        return condition.toString();
    }

    /**
     * The latest first. Before that stands what is the same in all of them and belongs to the fewest: so the order is that of an
     * index, and the database reads no more rows than are shown.
     */
    String order() {
        String same = equal().keySet().stream()
                .findFirst()
                .map(name -> "r." + name + ", ")
                .orElse("");
        if (same.equals("r.event, ") && outcome != null) {
            // An event may never have that outcome, and be most of what happens.
            same = "r.event, r.outcome, ";
        }
        return same + "r.happenedAt DESC, r.id DESC";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>(equal());
        parameters.put("from", from);
        parameters.put("before", before);
        parameters.put("beforeId", beforeId);
        return parameters;
    }

    /** What the records have in common, first what is common to the fewest. */
    private Map<String, String> equal() {
        Map<String, String> equal = new LinkedHashMap<>();
        put(equal, "requestId", requestId);
        put(equal, "accountId", accountId);
        put(equal, "actor", actor);
        put(equal, "clientId", clientId);
        put(equal, "event", event);
        put(equal, "outcome", outcome);
        return equal;
    }

    private static void put(Map<String, String> equal, String name, @Nullable String value) {
        if (value != null) {
            equal.put(name, value);
        }
    }
}
