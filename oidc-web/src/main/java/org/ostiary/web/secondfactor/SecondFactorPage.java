package org.ostiary.web.secondfactor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.stepup.SecondFactorService;
import org.ostiary.ejb.stepup.SecondFactorView;
import org.ostiary.ejb.stepup.StepUpOutcome;
import org.ostiary.ejb.stepup.StepUpOutcome.Proved;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.ClientText;
import org.ostiary.web.page.FactorAlert;
import org.ostiary.web.page.Reply;

/** Asks who is logged in for a second factor. */
@Named
@RequestScoped
public class SecondFactorPage {
    @Inject
    SecondFactorService factors;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private String code = "";
    private String recoveryCode = "";
    private String keyToken = "";
    private String keyAnswer = "";
    private @Nullable FactorAlert alert;
    private @Nullable SecondFactorView view;

    /** Shows the form, or takes it. */
    public void answer() {
        if (!reply.posted()) {
            show();
            return;
        }
        if (!visit.sameOriginPost()) {
            refuse(FactorAlert.STALE_FORM);
            return;
        }
        StepUpOutcome outcome = prove();
        if (outcome instanceof Proved proved) {
            visit.setSessionCookie(proved.sessionCookie());
            reply.resume(interaction);
        } else if (outcome instanceof Refused refused) {
            FactorAlert.of(refused.reason()).ifPresentOrElse(this::refuse, () -> reply.resume(interaction));
        }
    }

    private StepUpOutcome prove() {
        if (!keyAnswer.isEmpty()) {
            return factors.proveByKey(interaction, new KeyAnswer(keyToken, keyAnswer), formToken, visit.visitor());
        }
        return recoveryCode.isEmpty()
                ? factors.proveByCode(interaction, code, formToken, visit.visitor())
                : factors.proveByRecoveryCode(interaction, recoveryCode, formToken, visit.visitor());
    }

    private void refuse(FactorAlert because) {
        alert = because;
        reply.status(because.status());
        because.retryAfter().ifPresent(reply::retryAfter);
        show();
    }

    private void show() {
        Optional<SecondFactorView> found = factors.view(interaction, visit.visitor());
        if (found.isEmpty()) {
            reply.resume(interaction);
            return;
        }
        view = found.get();
        // A browser holds the whole chain of redirects after the form against its form-action.
        visit.allowFormTargetAndScript(view.interaction().redirectOrigin());
    }

    /** Whether the form is to be shown. */
    public boolean ready() {
        return view != null;
    }

    /** Whether a code may be tried now. */
    public boolean mayTry() {
        return alert != FactorAlert.TOO_MANY_TRIES;
    }

    /** Whether the account has an authenticator app; true while Faces takes the form in, or it would not read the field. */
    public boolean app() {
        return view == null || view.app();
    }

    /** The question for a security key, or null. */
    public @Nullable KeyChallenge key() {
        return view == null ? null : view.key();
    }

    /** The name of the application that asked for this login. */
    public String clientName() {
        return ClientText.of(view().interaction());
    }

    /** Who is logged in. */
    public String accountName() {
        return Objects.requireNonNullElse(view().interaction().accountName(), "");
    }

    /** How the application wants the page to look (OIDC Core 1.0, section 3.1.2.1). */
    public String display() {
        return view == null ? "page" : view.interaction().display();
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return view().interaction().formToken();
    }

    /** What went wrong, or null. */
    public @Nullable FactorAlert alert() {
        return alert;
    }

    /** Faces asks; the page never shows it. */
    public String getCode() {
        return "";
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    /** Faces asks; the page never shows it. */
    public String getRecoveryCode() {
        return "";
    }

    public void setRecoveryCode(@Nullable String recoveryCode) {
        this.recoveryCode = Objects.requireNonNullElse(recoveryCode, "");
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

    private SecondFactorView view() {
        return Objects.requireNonNull(view, "the page is shown only after its interaction was found");
    }
}
