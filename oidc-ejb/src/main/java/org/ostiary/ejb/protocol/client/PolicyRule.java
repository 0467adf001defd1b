package org.ostiary.ejb.protocol.client;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One rule of a {@link ClientPolicy}: what it demands of those whom it concerns.
 *
 * @param subjects whom: a person of whom each member of one of the sets is true, {@code user:…} or {@code group:…}; none for
 *     everybody
 * @param networks from where: addresses or blocks; none for everywhere
 */
public record PolicyRule(AuthorizationPolicy policy, List<Set<String>> subjects, List<String> networks) {

    /** How a subject begins that is one person. */
    public static final String USER = "user:";

    /** How a subject begins that is all members of a group. */
    public static final String GROUP = "group:";

    public PolicyRule {
        subjects = subjects.stream()
                .map(all -> Collections.unmodifiableSet(new LinkedHashSet<>(all)))
                .toList();
        networks = List.copyOf(networks);
    }
}
