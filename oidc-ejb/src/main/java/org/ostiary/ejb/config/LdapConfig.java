package org.ostiary.ejb.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory whose people may log in.
 *
 * @param addresses {@code ldap} or {@code ldaps} with host and port, in the order in which they are tried
 * @param trustFile certificates in PEM that are trusted instead of the platform's; null for those
 * @param timeout for connecting and for each answer
 * @param usersFilter with the placeholder {@code {input}}
 * @param groupsFilter with the placeholder {@code {dn}} or {@code {username}}; empty when {@code memberOf} says it
 * @param user the distinguished name of the service account; null for anonymous searches
 * @param passwordFile where the password of the service account is read from, when it is not in {@code password}
 * @param userBind the distinguished name that each person binds as, with {@code {username}}; null where a search finds it
 * @param refreshInterval how old an answer may be when tokens are refreshed
 */
public record LdapConfig(
        List<URI> addresses,
        boolean startTls,
        @Nullable Path trustFile,
        Duration timeout,
        int connections,
        String usersBase,
        String usersFilter,
        String groupsBase,
        String groupsFilter,
        LdapAttributes attributes,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path passwordFile,
        @Nullable String userBind,
        boolean emailsVerified,
        Duration refreshInterval) {

    public LdapConfig {
        addresses = List.copyOf(addresses);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LdapConfig[addresses=" + addresses + "]";
    }
}
