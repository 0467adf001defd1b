package org.ostiary.ejb.account;

/** What a person typed who wants another password, and the one-time token of that form. */
public record PasswordForm(String oldPassword, String newPassword, String formToken) {

    /** Without the passwords, so that no log can hold them. */
    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}
