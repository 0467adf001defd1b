package org.ostiary.ejb.admin.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.KeptHere;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.persistence.account.Account;

/**
 * All that administrators see of an account.
 *
 * @param keptHere whether it is kept here, so that its groups can be changed here: what comes from a file or a directory cannot
 * @param disabled whether its person may do nothing, for whatever reason
 * @param locked whether an administrator disabled it
 * @param absent whether the directory that it comes from no longer lets the person in
 * @param bannedUntil until when no password is judged for it, because too many were wrong; null where each is
 * @param role what its person may do about the provider itself
 */
public record AccountView(
        String id,
        String username,
        String displayName,
        @Nullable String email,
        boolean emailVerified,
        Set<String> groups,
        String origin,
        boolean keptHere,
        boolean disabled,
        boolean locked,
        boolean absent,
        @Nullable Instant bannedUntil,
        AdministrationRole role,
        @Nullable String language,
        Instant createdAt,
        Instant updatedAt) {

    static AccountView of(Account account, @Nullable Instant bannedUntil, AdministrationRole role) {
        return new AccountView(
                account.id(),
                account.username(),
                account.displayName(),
                account.email(),
                account.emailVerified(),
                account.groups(),
                account.origin(),
                KeptHere.is(account),
                account.disabled(),
                account.locked(),
                account.absent(),
                bannedUntil,
                role,
                account.language(),
                account.createdAt(),
                account.updatedAt());
    }
}
