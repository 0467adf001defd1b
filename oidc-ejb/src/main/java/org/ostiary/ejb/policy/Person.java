package org.ostiary.ejb.policy;

import java.util.Set;
import org.ostiary.persistence.account.Account;

/**
 * All that a policy may look at in a person.
 *
 * @param usernameKey the form of the username that is compared
 */
record Person(String usernameKey, Set<String> groups) {

    static Person of(Account account) {
        return new Person(account.usernameKey(), account.groups());
    }
}
