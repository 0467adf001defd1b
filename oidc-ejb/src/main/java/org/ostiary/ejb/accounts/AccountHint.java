package org.ostiary.ejb.accounts;

import java.util.Optional;
import org.ostiary.persistence.account.Account;

/** What a client believes a person is called (OIDC Core 1.0, section 3.1.2.1, login_hint). It proves nothing. */
public final class AccountHint {

    private AccountHint() {}

    /** Whether the hint is the name or the address of the account. */
    public static boolean means(String hint, Account account) {
        Optional<String> key = UsernameKey.find(hint);
        return key.filter(account.usernameKey()::equals).isPresent()
                || hint.strip().equalsIgnoreCase(account.email());
    }
}
