package org.ostiary.ejb.authn;

/** What a person typed into the login page, and the one-time token of that page. */
public record LoginForm(String username, String password, String formToken) {

    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "LoginForm[username=" + username + "]";
    }
}
