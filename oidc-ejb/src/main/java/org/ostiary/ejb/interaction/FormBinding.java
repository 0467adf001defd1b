package org.ostiary.ejb.interaction;

import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.session.SessionStanding;

/** What the form of a page is bound to: this interaction, and for a decision the account that takes it. */
public final class FormBinding {

    /** The login form. */
    public static final String LOGIN = "login";

    /** The form that asks which account to go on with. */
    public static final String SELECT_ACCOUNT = "select-account";

    /** The form in which a person makes an account. */
    public static final String REGISTER = "register";

    /** The consent form. */
    public static final String CONSENT = "consent";

    /** The form for a second factor. */
    public static final String SECOND_FACTOR = "second-factor";

    /** The form that enrols a second factor. */
    public static final String ENROLMENT = "enrolment";

    /** The form that takes a person back who may not use the client. */
    public static final String FORBIDDEN = "forbidden";

    private FormBinding() {}

    /** The binding of a form that anyone in this browser may send. */
    public static String of(String interaction) {
        return interaction;
    }

    /** The binding of a form that only the account logged in now may send. */
    public static String of(String interaction, @Nullable SessionStanding standing) {
        return standing == null
                ? interaction
                : interaction + "\n" + standing.session().id();
    }

    /**
     * The same for a form that counts only while its page would say the same.
     *
     * @param seen what the page says, so that nobody agrees to what it does not say any more
     */
    public static String of(String interaction, @Nullable SessionStanding standing, String seen) {
        return of(interaction, standing) + "\n" + seen;
    }
}
