package org.ostiary.ejb.authn;

/**
 * What a person typed into the login page, and the one-time token of that page.
 *
 * @param remember whether the person wants to stay logged in with this browser
 */
public record LoginForm(String username, String password, boolean remember, String formToken) {

    /** Of a person who does not want to stay logged in. */
    public LoginForm(String username, String password, String formToken) {
        this(username, password, false, formToken);
    }

    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "LoginForm[username=" + username + "]";
    }
}
