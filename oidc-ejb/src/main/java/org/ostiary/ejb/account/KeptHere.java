package org.ostiary.ejb.account;

import org.ostiary.persistence.account.Account;

/** Whether an account is kept here, so that its owner may change it: what comes from a file or a directory is read again. */
public final class KeptHere {

    private KeptHere() {}

    /** Whether the account is kept here. */
    public static boolean is(Account account) {
        return !account.outside() && !account.origin().equals("file");
    }
}
