package org.ostiary.ejb.secret;

import jakarta.ejb.ApplicationException;

/** Something in the database was sealed under another master key than the one configured now. */
@ApplicationException(rollback = true)
public class WrongMasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** {@code place} names the table, column and row that cannot be opened. */
    public WrongMasterKeyException(String place, Throwable cause) {
        super(
                "The master key does not open " + place + ": configure the key this database was made with"
                        + " (oidc.master-key or oidc.master-key-file)",
                cause);
    }
}
