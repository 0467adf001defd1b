package org.ostiary.ejb.factor;

/**
 * What confirms an offered key.
 *
 * @param token of the {@link TotpSetUp}
 * @param code that the app shows
 * @param name that the person gives the app
 */
public record TotpSetUpForm(String token, String code, String name) {

    /** Without token and code, so that no log can hold them. */
    @Override
    public String toString() {
        return "TotpSetUpForm[name=" + name + "]";
    }
}
