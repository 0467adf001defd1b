package org.ostiary.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.factor.TotpSetUp;
import org.ostiary.ejb.stepup.EnrolmentForm;
import org.ostiary.ejb.stepup.EnrolmentService;
import org.ostiary.ejb.stepup.EnrolmentView;
import org.ostiary.ejb.stepup.StepUpOutcome;
import org.ostiary.ejb.stepup.StepUpOutcome.Enrolled;
import org.ostiary.ejb.stepup.StepUpOutcome.Refused;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.ClientText;
import org.ostiary.web.page.FactorAlert;
import org.ostiary.web.page.Reply;

/** Offers the key for an authenticator app, and takes the first code that the app shows. */
@Named
@RequestScoped
public class EnrolmentPage {
    @Inject
    EnrolmentService enrolments;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private String setUpToken = "";
    private String code = "";
    private String keyToken = "";
    private String keyAnswer = "";
    private String display = "page";
    private List<String> recoveryCodes = List.of();
    private @Nullable FactorAlert alert;
    private @Nullable EnrolmentView view;

    /** Shows the offer, or takes the code. */
    public void answer() {
        if (!reply.posted()) {
            setUpToken = "";
            show();
            return;
        }
        if (!visit.sameOriginPost()) {
            refuse(FactorAlert.STALE_FORM);
            return;
        }
        StepUpOutcome outcome = keyAnswer.isEmpty()
                ? enrolments.confirm(interaction, new EnrolmentForm(setUpToken, code, formToken), visit.visitor())
                : enrolments.confirmKey(interaction, new KeyAnswer(keyToken, keyAnswer), formToken, visit.visitor());
        if (outcome instanceof Enrolled enrolled) {
            visit.setSessionCookie(enrolled.sessionCookie());
            recoveryCodes = enrolled.recoveryCodes();
            display = enrolled.display();
        } else if (outcome instanceof Refused refused) {
            FactorAlert.of(refused.reason()).ifPresentOrElse(this::refuse, () -> reply.resume(interaction));
        }
    }

    private void refuse(FactorAlert because) {
        alert = because;
        reply.status(because.status());
        show();
    }

    private void show() {
        Optional<EnrolmentView> found = enrolments.view(interaction, setUpToken, visit.visitor());
        if (found.isEmpty()) {
            reply.resume(interaction);
            return;
        }
        view = found.get();
        display = view.interaction().display();
        // A browser holds the whole chain of redirects after the form against its form-action.
        visit.allowFormTargetAndScript(view.interaction().redirectOrigin());
    }

    /** The codes to keep, when the app was just enrolled. */
    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** Where the person goes on. */
    public String onwards() {
        return visit.path(
                "/api/oidc/authorization/resume?interaction=" + URLEncoder.encode(interaction, StandardCharsets.UTF_8));
    }

    /** Whether the app was just enrolled; not yet while Faces takes the form in, or it would take none of its fields. */
    public boolean done() {
        return !recoveryCodes.isEmpty();
    }

    /** The name of the application that demands two factors. */
    public String clientName() {
        return ClientText.of(view().interaction());
    }

    /** Who is logged in. */
    public String accountName() {
        return Objects.requireNonNullElse(view().interaction().accountName(), "");
    }

    /** How the application wants the page to look (OIDC Core 1.0, section 3.1.2.1). */
    public String display() {
        return display;
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return view().interaction().formToken();
    }

    /** The key that is offered, in every form a person may need. */
    public TotpSetUp setUp() {
        return view().setUp();
    }

    /** The question for a new security key. */
    public KeyChallenge key() {
        return view().key();
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

    public String getSetUpToken() {
        return setUpToken;
    }

    public void setSetUpToken(@Nullable String setUpToken) {
        this.setUpToken = Objects.requireNonNullElse(setUpToken, "");
    }

    private EnrolmentView view() {
        return Objects.requireNonNull(view, "the page is shown only after its interaction was found");
    }
}
