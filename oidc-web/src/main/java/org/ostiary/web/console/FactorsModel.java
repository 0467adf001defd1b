package org.ostiary.web.console;

import org.ostiary.ejb.admin.people.AccountView;
import org.ostiary.ejb.admin.people.SecondFactorList;

/** The second factors of an account; {@code sessions} says how many end when they are taken away. */
public record FactorsModel(AccountView account, SecondFactorList factors, int sessions) {

    /** Whether there is anything to take away. */
    public boolean any() {
        return !factors.factors().isEmpty() || factors.recoveryCodes() > 0;
    }
}
