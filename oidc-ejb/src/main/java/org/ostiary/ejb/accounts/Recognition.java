package org.ostiary.ejb.accounts;

import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.account.Account;

/**
 * What became of a person whom a place outside knows.
 *
 * @param accountId null when the person can have no account here
 * @param refused why the person may not log in, for the audit; null when they may
 */
public record Recognition(
        @Nullable String accountId, @Nullable String refused) {

    static Recognition of(Account account) {
        return new Recognition(account.id(), account.disabled() ? "account disabled" : null);
    }

    static Recognition refused(String why) {
        return new Recognition(null, why);
    }
}
