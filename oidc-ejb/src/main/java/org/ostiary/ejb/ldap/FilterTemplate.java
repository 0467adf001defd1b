package org.ostiary.ejb.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter with placeholders, whose values are escaped (RFC 4515, section 3) and filled in once: none is read again. */
record FilterTemplate(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z:-]+)}");
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'.0Z'").withZone(ZoneOffset.UTC);
    /** Milliseconds from 1601, where Windows begins to count, to 1970. */
    private static final long WINDOWS_EPOCH = 11_644_473_600_000L;

    /** The filter for these values at this time. */
    Filter fill(Map<String, String> values, Instant now) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = value(matcher.group(1), values, now);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(Filter.encodeValue(value)));
        }
        matcher.appendTail(filled);
        try {
            return Filter.create(filled.toString());
        } catch (LDAPException e) {
            throw new IllegalStateException("a filter that was checked at the start is none", e);
        }
    }

    private static String value(String name, Map<String, String> values, Instant now) {
        return switch (name) {
            case "date-time:generalized" -> GENERALIZED.format(now);
            case "date-time:microsoft-nt" -> Long.toString((now.toEpochMilli() + WINDOWS_EPOCH) * 10_000);
            default -> values.getOrDefault(name, "");
        };
    }
}
