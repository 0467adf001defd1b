package org.ostiary.ejb.registration;

/** What a person typed into the registration page, and the one-time token of that page. */
public record RegistrationForm(String username, String displayName, String email, String password, String formToken) {

    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "RegistrationForm[username=" + username + "]";
    }
}
