package org.ostiary.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authorize.AuthorizeService;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.password.PasswordRules;
import org.ostiary.ejb.registration.RegistrationForm;
import org.ostiary.ejb.registration.RegistrationOutcome;
import org.ostiary.ejb.registration.RegistrationOutcome.NotRegistered;
import org.ostiary.ejb.registration.RegistrationOutcome.Registered;
import org.ostiary.ejb.registration.RegistrationService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

/** Asks for what an account needs (Initiating User Registration via OpenID Connect 1.0, section 4). */
@Named
@RequestScoped
public class RegistrationPage {

    @Inject
    AuthorizeService authorize;

    @Inject
    RegistrationService registration;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private String decision = "";
    private String username = "";
    private String displayName = "";
    private String email = "";
    private String password = "";
    private @Nullable RegistrationAlert alert;
    private @Nullable InteractionView view;

    /** Shows the form, or takes it. */
    public void answer() {
        if (reply.posted()) {
            submit();
            return;
        }
        show();
    }

    private void submit() {
        if (!visit.sameOriginPost()) {
            refuse(RegistrationAlert.STALE_FORM);
            return;
        }
        if (decision.equals("sign-in")) {
            logInInstead();
            return;
        }
        RegistrationForm form = new RegistrationForm(username, displayName, email, password, formToken);
        RegistrationOutcome outcome = registration.register(interaction, form, visit.visitor());
        if (outcome instanceof Registered registered) {
            visit.setSessionCookie(registered.cookie());
            visit.setDeviceCookie(registered.deviceCookie());
            reply.resume(interaction);
        } else if (outcome instanceof NotRegistered refused) {
            refuse(RegistrationAlert.of(refused.reason()));
        }
    }

    private void logInInstead() {
        if (registration.logInInstead(interaction, formToken, visit.visitor())) {
            reply.resume(interaction);
            return;
        }
        refuse(RegistrationAlert.STALE_FORM);
    }

    private void refuse(RegistrationAlert because) {
        alert = because;
        reply.status(because.status());
        because.retryAfter().ifPresent(reply::retryAfter);
        show();
    }

    private void show() {
        Optional<InteractionView> found = authorize.view(Page.REGISTER, interaction, visit.visitor());
        if (found.isEmpty()) {
            reply.resume(interaction);
            return;
        }
        view = found.get();
        // A browser holds the whole chain of redirects after the form against its form-action.
        visit.allowFormTarget(view.redirectOrigin());
    }

    /** The name of the application that asked for this. */
    public String clientName() {
        return DisplayText.of(view().clientName(), view().clientId());
    }

    /** How the application wants the page to look (OIDC Core 1.0, section 3.1.2.1). */
    public String display() {
        return view == null ? "page" : view.display();
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return view().formToken();
    }

    /** What went wrong, or null. */
    public @Nullable RegistrationAlert alert() {
        return alert;
    }

    /** Whether what went wrong is about this field. */
    public boolean wrong(String field) {
        return alert != null && alert.field().equals(field);
    }

    /** What a password must be, told before one is typed. */
    public String passwordHint() {
        return Texts.text("setup.password.hint", PasswordRules.ADMINISTRATOR_MINIMUM_CHARACTERS);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = Objects.requireNonNullElse(username, "");
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(@Nullable String displayName) {
        this.displayName = Objects.requireNonNullElse(displayName, "");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = Objects.requireNonNullElse(email, "");
    }

    /** Faces asks; the page never shows it. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = Objects.requireNonNullElse(password, "");
    }

    public String getInteraction() {
        return interaction;
    }

    public void setInteraction(@Nullable String interaction) {
        this.interaction = Objects.requireNonNullElse(interaction, "");
    }

    public String getFormToken() {
        return formToken;
    }

    public void setFormToken(@Nullable String formToken) {
        this.formToken = Objects.requireNonNullElse(formToken, "");
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(@Nullable String decision) {
        this.decision = Objects.requireNonNullElse(decision, "");
    }

    private InteractionView view() {
        return Objects.requireNonNull(view, "the page is shown only after its interaction was found");
    }
}
