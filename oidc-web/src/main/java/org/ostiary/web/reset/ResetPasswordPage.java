package org.ostiary.web.reset;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.reset.ForgottenPasswordService;
import org.ostiary.ejb.reset.PasswordResetService;
import org.ostiary.ejb.reset.ResetOutcome;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

/** Takes a new password from whoever holds a link that was mailed. Its token is the form's one-time token too. */
@Named
@RequestScoped
public class ResetPasswordPage {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    ForgottenPasswordService forgotten;

    @Inject
    PasswordResetService resets;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String token = "";
    private String newPassword = "";
    private String newPasswordAgain = "";
    private boolean done;
    private @Nullable String username;
    private @Nullable String alert;
    /** True while Faces takes the form in, or it would not read the fields. */
    private boolean asks = true;

    /** Shows the form, or takes it. Showing it uses nothing up: programs that read mail follow links, too. */
    public void answer() {
        if (!forgotten.offered()) {
            reply.notFound();
            return;
        }
        done = reply.posted() && changed();
        if (!done) {
            show();
        }
    }

    private void show() {
        Optional<String> owner = resets.username(token);
        asks = owner.isPresent();
        username = owner.orElse(null);
        if (!asks) {
            reply.status(410);
        }
    }

    private boolean changed() {
        if (!visit.sameOriginPost()) {
            return refused(403, "stale_form");
        }
        if (!newPassword.equals(newPasswordAgain)) {
            return refused(200, "differ");
        }
        ResetOutcome outcome = resets.reset(token, newPassword, visit.visitor().facts());
        return switch (outcome) {
            case CHANGED -> true;
            case LINK_UNUSABLE -> false;
            case TOO_SHORT, TOO_LONG -> refused(200, outcome.name().toLowerCase(Locale.ROOT));
            case BUSY -> {
                reply.retryAfter(PAUSE);
                yield refused(503, "busy");
            }
        };
    }

    private boolean refused(int status, String why) {
        reply.status(status);
        alert = why;
        return false;
    }

    /** Whether the form is shown. */
    public boolean asks() {
        return asks;
    }

    /** Whether the password was changed just now. */
    public boolean done() {
        return done;
    }

    /** Whether the form is shown with a message. */
    public boolean complains() {
        return asks && alert != null;
    }

    /** Whether the person may have something to ask the operator about. */
    public boolean troubled() {
        return !done && (!asks || alert != null);
    }

    /** What went wrong. */
    public String alert() {
        return Texts.text("reset.alert." + alert, minimumLength());
    }

    /** Whether the message is about the password. */
    public boolean aboutPassword() {
        return "too_short".equals(alert) || "too_long".equals(alert) || "differ".equals(alert);
    }

    /** What the page is called now. */
    public String title() {
        if (done) {
            return Texts.text("reset.done.title");
        }
        return Texts.text(asks ? "reset.title" : "reset.unusable.title");
    }

    /** Whose password it is. */
    public @Nullable String username() {
        return username;
    }

    /** What a password must be, told before one is typed. */
    public String hint() {
        return Texts.text("setup.password.hint", minimumLength());
    }

    private static int minimumLength() {
        return PasswordRules.ADMINISTRATOR_MINIMUM_CHARACTERS;
    }

    public String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = Objects.requireNonNullElse(token, "");
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
