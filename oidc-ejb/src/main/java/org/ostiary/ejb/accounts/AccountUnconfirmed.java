package org.ostiary.ejb.accounts;

import jakarta.ejb.ApplicationException;

/** The directory must be asked about a person first; after that the caller tries again. */
@ApplicationException(rollback = true)
public final class AccountUnconfirmed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String accountId;
    private final String externalId;

    AccountUnconfirmed(String accountId, String externalId) {
        super("the directory was not asked about the account for a while");
        this.accountId = accountId;
        this.externalId = externalId;
    }

    public String accountId() {
        return accountId;
    }

    public String externalId() {
        return externalId;
    }
}
