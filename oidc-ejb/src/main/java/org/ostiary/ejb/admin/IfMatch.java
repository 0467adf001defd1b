package org.ostiary.ejb.admin;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.protocol.Rule;

/**
 * Which states of something may be changed: the one that the administrator looked at, so that of two who change it at the same
 * time one learns of the other (RFC 9110, section 13.1.1).
 *
 * @param anyState whether it may be changed whatever it is
 * @param tags of the states; without effect where it may be any
 */
public record IfMatch(boolean anyState, Set<String> tags) {

    private static final Pattern STRONG = Pattern.compile("(?:^|[,\\s])\"([\\x21\\x23-\\x7e]*)\"");

    /**
     * Reads the header; weak tags match nothing.
     *
     * @param header null where there is none
     * @throws AdminRefusal where there is none
     */
    public static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new AdminRefusal(
                    Kind.UNCONDITIONAL,
                    new Rule("change-conditional", "RFC 6585, section 3"),
                    "Send the ETag of what you looked at as If-Match, so that nobody's change in between is lost; * means"
                            + " whatever is there");
        }
        return new IfMatch(
                header.strip().equals("*"),
                STRONG.matcher(header)
                        .results()
                        .map(MatchResult::group)
                        .map(IfMatch::bare)
                        .collect(Collectors.toSet()));
    }

    private static String bare(String quoted) {
        return quoted.substring(quoted.indexOf('"') + 1, quoted.length() - 1);
    }

    /** Whether it may be changed in this state. */
    public boolean admits(String entityTag) {
        return anyState || tags.contains(entityTag);
    }

    /**
     * Refuses another state.
     *
     * @throws AdminRefusal where it changed meanwhile
     */
    public void require(String entityTag) {
        if (!admits(entityTag)) {
            throw stale();
        }
    }

    /** It changed meanwhile. */
    public static AdminRefusal stale() {
        return new AdminRefusal(
                Kind.STALE,
                new Rule("change-of-what-was-seen", "RFC 9110, section 13.1.1"),
                "It was changed since you looked at it, or If-Match is no ETag of it: look again");
    }
}
