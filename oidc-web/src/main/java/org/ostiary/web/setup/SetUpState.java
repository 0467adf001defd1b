package org.ostiary.web.setup;

import java.util.Locale;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.setup.SetUpOutcome;
import org.ostiary.web.page.Texts;

/** What the set-up page shows, with which HTTP status, and which field its message is about. */
public enum SetUpState {
    ASKING(200, Field.NONE),
    CREATED(200, Field.NONE),
    LINK_UNUSABLE(410, Field.NONE),
    STALE_FORM(403, Field.NONE),
    USERNAME_UNUSABLE(200, Field.USERNAME),
    PASSWORD_TOO_SHORT(200, Field.PASSWORD),
    PASSWORD_TOO_LONG(200, Field.PASSWORD),
    PASSWORDS_DIFFER(200, Field.PASSWORD_AGAIN);

    private enum Field {
        NONE,
        USERNAME,
        PASSWORD,
        PASSWORD_AGAIN
    }

    private final int status;
    private final Field field;

    SetUpState(int status, Field field) {
        this.status = status;
        this.field = field;
    }

    static SetUpState of(SetUpOutcome outcome) {
        return switch (outcome) {
            case CREATED -> CREATED;
            case LINK_UNUSABLE -> LINK_UNUSABLE;
            case USERNAME_UNUSABLE -> USERNAME_UNUSABLE;
            case PASSWORD_TOO_SHORT -> PASSWORD_TOO_SHORT;
            case PASSWORD_TOO_LONG -> PASSWORD_TOO_LONG;
        };
    }

    /** The HTTP status of the page that shows it. */
    public int status() {
        return status;
    }

    /** Whether the form is shown. */
    public boolean asks() {
        return this != CREATED && this != LINK_UNUSABLE;
    }

    /** Whether the form is shown with a message. */
    public boolean complains() {
        return asks() && this != ASKING;
    }

    public boolean created() {
        return this == CREATED;
    }

    public boolean linkUnusable() {
        return this == LINK_UNUSABLE;
    }

    /** Whether the message is about the username. */
    public boolean aboutUsername() {
        return field == Field.USERNAME;
    }

    /** Whether the message is about the password. */
    public boolean aboutPassword() {
        return field == Field.PASSWORD;
    }

    /** Whether the message is about the repeated password. */
    public boolean aboutPasswordAgain() {
        return field == Field.PASSWORD_AGAIN;
    }

    /** What the page is called now. */
    public String title() {
        return switch (this) {
            case CREATED -> Texts.text("setup.done.title");
            case LINK_UNUSABLE -> Texts.text("setup.unusable.title");
            default -> Texts.text("setup.title");
        };
    }

    /** What the person reads; empty where there is nothing to complain about. */
    public String text() {
        return complains() ? Texts.text("setup.alert." + name().toLowerCase(Locale.ROOT), minimumLength()) : "";
    }

    /** What a password must be, told before one is typed. */
    public String passwordHint() {
        return Texts.text("setup.password.hint", minimumLength());
    }

    /** The least number of characters of a password. */
    public int minimumLength() {
        return PasswordRules.ADMINISTRATOR_MINIMUM_CHARACTERS;
    }
}
