package org.ostiary.ejb.stepup;

/**
 * What a person sends who enrols their first second factor.
 *
 * @param setUpToken of the offer that was shown
 * @param code that the app shows
 * @param formToken the one-time token of the page
 */
public record EnrolmentForm(String setUpToken, String code, String formToken) {

    /** Without the code and the tokens, so that no log can hold them. */
    @Override
    public String toString() {
        return "EnrolmentForm[]";
    }
}
