package org.ostiary.ejb.admin.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.account.Account;

/**
 * An account in a list.
 *
 * @param origin where it comes from: {@code setup}, {@code file}, {@code registration} or a directory's name
 * @param disabled whether its person may do nothing
 */
public record AccountLine(
        String id,
        String username,
        String displayName,
        @Nullable String email,
        String origin,
        boolean disabled,
        Instant createdAt) {

    static AccountLine of(Account account) {
        return new AccountLine(
                account.id(),
                account.username(),
                account.displayName(),
                account.email(),
                account.origin(),
                account.disabled(),
                account.createdAt());
    }
}
