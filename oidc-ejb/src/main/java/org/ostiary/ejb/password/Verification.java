package org.ostiary.ejb.password;

/** What became of comparing a password with a stored digest. */
public enum Verification {
    /** The password is right, and the digest is one that Ostiary would write today. */
    MATCHED,
    /** The password is right; the digest came from elsewhere and should be replaced by a new one of this password. */
    MATCHED_UPGRADE_ADVISED,
    /** The password is wrong, or there was no digest to compare with. */
    NOT_MATCHED;

    /** Whether the password is right. */
    public boolean matched() {
        return this != NOT_MATCHED;
    }
}
