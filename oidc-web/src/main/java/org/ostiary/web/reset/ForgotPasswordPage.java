package org.ostiary.web.reset;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.authorize.Display;
import org.ostiary.ejb.reset.ForgottenForm;
import org.ostiary.ejb.reset.ForgottenOutcome;
import org.ostiary.ejb.reset.ForgottenPasswordService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reader;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

/** Asks who forgot a password, and says the same whoever it is. */
@Named
@RequestScoped
public class ForgotPasswordPage {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration PAUSE = Duration.ofHours(1);

    @Inject
    ForgottenPasswordService forgotten;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private String account = "";
    private String done = "";
    private String display = Display.PAGE.value();
    private String freshToken = "";
    private @Nullable String alert;

    /** Shows the form, or takes it. */
    public void answer() {
        if (!forgotten.offered()) {
            reply.notFound();
            return;
        }
        if (reply.posted() && taken()) {
            reply.seeOther("/forgot-password.xhtml?done=yes&ui_locales="
                    + Reader.language().tag()
                    + (returns() ? "&interaction=" + interaction + "&display=" + display : ""));
            return;
        }
        ForgottenForm form = forgotten.form(visit.visitor());
        freshToken = form.formToken();
        String cookie = form.browserCookie();
        if (cookie != null) {
            visit.setBrowserCookie(cookie);
        }
    }

    private boolean taken() {
        if (!visit.sameOriginPost()) {
            return refused(403, ForgottenOutcome.STALE_FORM);
        }
        ForgottenOutcome outcome = forgotten.ask(account, formToken, visit.visitor());
        return switch (outcome) {
            case TAKEN -> true;
            case STALE_FORM -> refused(403, outcome);
            case UNUSABLE -> refused(200, outcome);
            case TOO_MANY -> {
                reply.retryAfter(PAUSE);
                yield refused(429, outcome);
            }
        };
    }

    private boolean refused(int status, ForgottenOutcome why) {
        reply.status(status);
        alert = why.name().toLowerCase(Locale.ROOT);
        return false;
    }

    /** Whether something went wrong. */
    public boolean complains() {
        return alert != null;
    }

    /** What went wrong. */
    public String alert() {
        return Texts.text("forgot.alert." + alert);
    }

    /** Whether the message is about the field. */
    public boolean aboutAccount() {
        return "unusable".equals(alert);
    }

    /** Whether a request was taken just now. */
    public boolean done() {
        return done.equals("yes") && !reply.posted();
    }

    /** Whether there is a sign-in to go back to. */
    public boolean returns() {
        return HANDLE.matcher(interaction).matches();
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return freshToken;
    }

    public String getInteraction() {
        return interaction;
    }

    public void setInteraction(@Nullable String interaction) {
        this.interaction = Objects.requireNonNullElse(interaction, "");
    }

    /** How the sign-in looks that there is to go back to. */
    public String getDisplay() {
        return display;
    }

    public void setDisplay(@Nullable String display) {
        this.display = Display.of(Objects.requireNonNullElse(display, "")).value();
    }

    public String getFormToken() {
        return formToken;
    }

    public void setFormToken(@Nullable String formToken) {
        this.formToken = Objects.requireNonNullElse(formToken, "");
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = Objects.requireNonNullElse(account, "");
    }

    public String getDone() {
        return done;
    }

    public void setDone(@Nullable String done) {
        this.done = Objects.requireNonNullElse(done, "");
    }
}
