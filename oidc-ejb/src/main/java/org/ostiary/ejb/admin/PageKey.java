package org.ostiary.ejb.admin;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins that is in the order of time, the latest first: after the last row of the page before. So what
 * happens meanwhile moves nothing, and no page costs more than the first.
 *
 * @param id of that row; empty for the first page
 */
public record PageKey(Instant moment, String id) {

    /** The most rows of a page. */
    public static final int MOST = 200;

    private static final Pattern KEY = Pattern.compile("([0-9]{1,15})\\.([0-9a-f-]{36})");

    /**
     * Reads the name of a page.
     *
     * @param name null for the first page
     * @param now when it is
     */
    public static PageKey of(@Nullable String name, Instant now) {
        if (name == null) {
            return new PageKey(now.plusSeconds(1), "");
        }
        Matcher key = KEY.matcher(name);
        if (!key.matches()) {
            throw AdminRefusal.malformed("The parameter after must be the next of an earlier page");
        }
        return new PageKey(Instant.ofEpochMilli(Long.parseLong(key.group(1))), key.group(2));
    }

    /** The name of the page after the one that ends with this row. */
    public static String after(Instant moment, String id) {
        return moment.toEpochMilli() + "." + id;
    }

    /** Whether so many rows may be on a page. */
    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw AdminRefusal.malformed("The parameter limit must be a whole number from 1 to " + MOST);
        }
        return wanted;
    }
}
