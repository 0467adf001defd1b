package org.ostiary.web.admin;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.admin.body.Moment;
import org.ostiary.ejb.protocol.RequestParameters;

/**
 * An operation that somebody may have, with all that it was asked for with.
 *
 * @param path what stands in the path where the table has names in braces
 * @param body null for an operation without one
 * @param ifMatch which state of something it may change (RFC 9110, section 13.1.1); null where it does not say
 */
record OperationCall(
        Administrator administrator,
        Map<String, String> path,
        RequestParameters query,
        @Nullable Record body,
        @Nullable String ifMatch) {

    private static final int USUAL_PAGE = 50;

    String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }

    @Nullable
    String query(String name) {
        return query.find(name).orElse(null);
    }

    <T extends Record> T body(Class<T> type) {
        return type.cast(Objects.requireNonNull(body, "an operation with a body"));
    }

    int limit() {
        return number("limit", USUAL_PAGE);
    }

    /** A number of the query; 0 for what is none. */
    int number(String name, int usual) {
        String text = query(name);
        if (text == null) {
            return usual;
        }
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** False for a parameter that is missing. */
    boolean truth(String name) {
        String text = query(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw AdminRefusal.malformed("The parameter " + name + " must be true or false");
        }
        return "true".equals(text);
    }

    @Nullable
    Instant moment(String name) {
        String text = query(name);
        return text == null
                ? null
                : Moment.of(text)
                        .orElseThrow(() -> AdminRefusal.malformed(
                                "The parameter " + name + " must be a moment in UTC like 2026-12-31T18:00:00Z"));
    }

    /** The account that the path names; null for none. */
    @Nullable
    String account() {
        return path.get("account");
    }
}
