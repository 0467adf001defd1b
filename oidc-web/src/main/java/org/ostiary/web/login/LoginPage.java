package org.ostiary.web.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authn.LoginForm;
import org.ostiary.ejb.authn.LoginOutcome;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authn.LoginService;
import org.ostiary.ejb.authn.PasskeyLoginService;
import org.ostiary.ejb.authorize.AuthorizeService;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.reset.ForgottenPasswordService;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.ClientText;
import org.ostiary.web.page.Reply;

/** Asks for username and password, and says the same thing whatever was wrong with them. */
@Named
@RequestScoped
public class LoginPage {
    @Inject
    AuthorizeService authorize;

    @Inject
    LoginService logins;

    @Inject
    ForgottenPasswordService forgotten;

    @Inject
    PasskeyLoginService passkeys;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private String password = "";
    private boolean remember;
    private String keyToken = "";
    private String keyAnswer = "";
    private @Nullable KeyChallenge key;
    private @Nullable String username;
    private @Nullable LoginAlert alert;
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
            refuse(LoginAlert.STALE_FORM);
            return;
        }
        LoginOutcome outcome = keyAnswer.isEmpty() ? byPassword() : byPasskey();
        if (outcome instanceof LoggedIn loggedIn) {
            visit.setSessionCookie(loggedIn.cookie());
            visit.setDeviceCookie(loggedIn.deviceCookie());
            reply.resume(interaction);
        } else if (outcome instanceof LoginRefused refused) {
            refuse(keyAnswer.isEmpty() ? LoginAlert.of(refused.reason()) : LoginAlert.ofPasskey(refused.reason()));
        }
    }

    private LoginOutcome byPassword() {
        LoginForm form = new LoginForm(Objects.requireNonNullElse(username, ""), password, remember, formToken);
        return logins.login(interaction, form, visit.visitor());
    }

    private LoginOutcome byPasskey() {
        return passkeys.login(interaction, new KeyAnswer(keyToken, keyAnswer), formToken, visit.visitor());
    }

    private void refuse(LoginAlert because) {
        alert = because;
        reply.status(because.status());
        because.retryAfter().ifPresent(reply::retryAfter);
        show();
    }

    private void show() {
        Optional<InteractionView> found = authorize.view(Page.LOGIN, interaction, visit.visitor());
        if (found.isEmpty()) {
            reply.resume(interaction);
            return;
        }
        view = found.get();
        // A browser holds the whole chain of redirects after the form against its form-action.
        visit.allowFormTargetAndScript(view.redirectOrigin());
        key = passkeys.ask(interaction);
    }

    /** Whether the form is to be shown. */
    public boolean ready() {
        return view != null;
    }

    /** The name of the application that asked for this login; our own pages name themselves. */
    public String clientName() {
        return ClientText.of(view());
    }

    /** How the application wants the page to look (OIDC Core 1.0, section 3.1.2.1). */
    public String display() {
        return view == null ? "page" : view.display();
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return view().formToken();
    }

    /** The question for a passkey. */
    public KeyChallenge key() {
        return Objects.requireNonNull(key, "the page is shown only after its interaction was found");
    }

    /** What went wrong, or null. */
    public @Nullable LoginAlert alert() {
        return alert;
    }

    /** Where the cursor starts: in the first field that is still to be filled. */
    public boolean passwordFirst() {
        return !getUsername().isEmpty();
    }

    /** For the field: what was typed, else the account in use, else what the application expects. */
    public String getUsername() {
        if (username != null) {
            return username;
        }
        return view == null ? "" : expected(view);
    }

    private static String expected(InteractionView view) {
        String known = view.accountName() == null ? view.loginHint() : view.accountName();
        return known == null ? "" : known;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    /** Faces asks; the page never shows it. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = Objects.requireNonNullElse(password, "");
    }

    /** Whether a person may stay logged in after the browser is closed. */
    public boolean remembers() {
        return logins.remembers();
    }

    /** Whether who forgot the password can have a new one by mail. */
    public boolean offersReset() {
        return forgotten.offered();
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    /** Faces asks; the page never shows it. */
    public String getKeyToken() {
        return "";
    }

    public void setKeyToken(@Nullable String keyToken) {
        this.keyToken = Objects.requireNonNullElse(keyToken, "");
    }

    /** Faces asks; the page never shows it. */
    public String getKeyAnswer() {
        return "";
    }

    public void setKeyAnswer(@Nullable String keyAnswer) {
        this.keyAnswer = Objects.requireNonNullElse(keyAnswer, "");
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

    private InteractionView view() {
        return Objects.requireNonNull(view, "the page is shown only after its interaction was found");
    }
}
