package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.OwnPasswordService;
import org.ostiary.ejb.account.PasswordForm;
import org.ostiary.ejb.account.PasswordOutcome;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

/** Takes a new password from a person who knows the old one. */
@Named
@RequestScoped
public class PasswordPage {
    @Inject
    OwnPasswordService passwords;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private String oldPassword = "";
    private String newPassword = "";
    private String newPasswordAgain = "";
    private String done = "";
    private @Nullable String alert;
    /** True while Faces takes the form in, or it would not read the fields. */
    private boolean changeable = true;

    private String freshToken = "";

    /** Shows the form, or takes it. */
    public void answer() {
        if (reply.posted() && changed()) {
            reply.seeOther("/account/password?done=yes");
            return;
        }
        changeable = passwords.changeable(visit.visitor());
        freshToken = passwords.formToken(visit.visitor());
    }

    private boolean changed() {
        if (!visit.sameOriginPost()) {
            return refused(403, "stale_form");
        }
        if (!newPassword.equals(newPasswordAgain)) {
            return refused(200, "differ");
        }
        PasswordOutcome outcome =
                passwords.change(new PasswordForm(oldPassword, newPassword, formToken), visit.visitor());
        return switch (outcome) {
            case CHANGED -> true;
            case STALE_FORM, NOT_HERE -> refused(403, "stale_form");
            case TOO_MANY -> refused(429, "too_many");
            case BUSY -> refused(503, "busy");
            case WRONG_PASSWORD, TOO_SHORT, TOO_LONG, SAME ->
                refused(200, outcome.name().toLowerCase(Locale.ROOT));
        };
    }

    private boolean refused(int status, String why) {
        reply.status(status);
        alert = why;
        return false;
    }

    /** Whether something went wrong. */
    public boolean complains() {
        return alert != null;
    }

    /** What went wrong. */
    public String alert() {
        return Texts.text("password.alert." + alert, minimumLength());
    }

    /** Whether the message is about the old password. */
    public boolean aboutOld() {
        return "wrong_password".equals(alert);
    }

    /** Whether the message is about the new password. */
    public boolean aboutNew() {
        return "too_short".equals(alert) || "too_long".equals(alert) || "same".equals(alert) || "differ".equals(alert);
    }

    /** Whether the password was changed just now. */
    public boolean done() {
        return done.equals("yes") && !reply.posted();
    }

    /** Whether the form is shown. */
    public boolean changeable() {
        return changeable;
    }

    /** What a password must be, told before one is typed. */
    public String hint() {
        return Texts.text("setup.password.hint", minimumLength());
    }

    /** The least number of characters of a password. */
    public int minimumLength() {
        return PasswordRules.ADMINISTRATOR_MINIMUM_CHARACTERS;
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return freshToken;
    }

    public String getFormToken() {
        return formToken;
    }

    public void setFormToken(@Nullable String formToken) {
        this.formToken = Objects.requireNonNullElse(formToken, "");
    }

    public String getDone() {
        return done;
    }

    public void setDone(@Nullable String done) {
        this.done = Objects.requireNonNullElse(done, "");
    }

    /** Faces asks; the page never shows it. */
    public String getOldPassword() {
        return "";
    }

    public void setOldPassword(@Nullable String password) {
        this.oldPassword = Objects.requireNonNullElse(password, "");
    }

    /** Faces asks; the page never shows it. */
    public String getNewPassword() {
        return "";
    }

    public void setNewPassword(@Nullable String password) {
        this.newPassword = Objects.requireNonNullElse(password, "");
    }

    /** Faces asks; the page never shows it. */
    public String getNewPasswordAgain() {
        return "";
    }

    public void setNewPasswordAgain(@Nullable String password) {
        this.newPasswordAgain = Objects.requireNonNullElse(password, "");
    }
}
