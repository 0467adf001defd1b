package org.ostiary.ejb.config;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.AdministrationRole;

/**
 * Who administers the provider.
 *
 * @param administrators the groups whose members may do everything, at least one; a new administrator gets the first
 * @param auditors the groups whose members may read everything that is no secret
 * @param pages whether there are pages for people besides the interface for programs
 * @param recovery when an operator who is locked out wanted a link that makes another administrator; null for never
 */
public record AdministrationRules(
        Set<String> administrators,
        Set<String> auditors,
        boolean pages,
        @Nullable Instant recovery) {

    /** What counts where nothing is configured. */
    public static final AdministrationRules STANDARD =
            new AdministrationRules(Set.of("administrators"), Set.of(), true, null);

    public AdministrationRules {
        administrators = Collections.unmodifiableSet(new LinkedHashSet<>(administrators));
        auditors = Set.copyOf(auditors);
    }

    /** The role of somebody in these groups. */
    public AdministrationRole roleOf(Set<String> groups) {
        if (groups.stream().anyMatch(administrators::contains)) {
            return AdministrationRole.ADMIN;
        }
        return groups.stream().anyMatch(auditors::contains) ? AdministrationRole.AUDITOR : AdministrationRole.NONE;
    }

    /** The group that makes somebody an administrator. */
    public String firstGroup() {
        return administrators.iterator().next();
    }
}
