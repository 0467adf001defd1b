package org.ostiary.ejb.authn;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.source.Claim;
import org.ostiary.ejb.source.Origin;
import org.ostiary.persistence.account.Account;

/**
 * Who a typed name may mean, before anything is proved.
 *
 * @param username the same for all spellings that certainly mean one person
 * @param account the account, if there is one by now: a person of outside has none before the first login
 * @param claims what the places outside say; nothing where the account is our own
 * @param away whether one of them could not be asked
 */
record Candidate(String username, @Nullable Account account, Map<Origin, Claim> claims, boolean away) {

    Candidate {
        claims = Map.copyOf(claims);
    }

    static Candidate local(Account account) {
        return new Candidate(account.username(), account, Map.of(), false);
    }

    static Candidate nobody(String typed) {
        return new Candidate(typed, null, Map.of(), false);
    }

    /** Null for nobody and for a person who never logged in. */
    @Nullable
    String accountId() {
        return account == null ? null : account.id();
    }

    /** The digest to compare with; null when the password is not ours to judge. */
    @Nullable
    String digest() {
        return local().map(Account::password).orElse(null);
    }

    /** The account, where it is one of our own: no place outside hears its password. */
    Optional<Account> local() {
        return Optional.ofNullable(account).filter(own -> !own.outside());
    }

    Optional<Claim> claim(Origin origin) {
        return Optional.ofNullable(claims.get(origin));
    }
}
