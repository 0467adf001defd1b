package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.factor.FactorChange;
import org.ostiary.ejb.factor.FactorChange.Enrolled;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.factor.FactorEnrolmentService;
import org.ostiary.ejb.factor.FactorService;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.AccountFrame;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

/** Enrols another security key or passkey of a person who has just proved who they are. */
@Named
@RequestScoped
public class AddKeyPage {
    private static final String PATH = "/account/add-key";

    @Inject
    FactorEnrolmentService enrolments;

    @Inject
    FactorService factors;

    @Inject
    AccountFrame frame;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private String keyToken = "";
    private String keyAnswer = "";
    private @Nullable String name;
    private @Nullable FactorAlerts alert;
    private @Nullable KeyChallenge key;
    private String username = "";
    private String freshToken = "";
    private List<String> recoveryCodes = List.of();

    /** Shows the question, or takes the answer of the authenticator. */
    public void answer() {
        if (!frame.provenFreshly(PATH) || (reply.posted() && enrolled())) {
            return;
        }
        Optional<KeyChallenge> question = enrolments.askForKey(visit.visitor());
        if (question.isEmpty()) {
            reply.seeOther(PATH);
            return;
        }
        key = question.get();
        username = factors.factors(visit.visitor()).username();
        freshToken = factors.formToken(visit.visitor());
        visit.allowScript();
    }

    private boolean enrolled() {
        FactorChange change = visit.sameOriginPost()
                ? enrolments.enrolKey(new KeyAnswer(keyToken, keyAnswer), getName(), formToken, visit.visitor())
                : new NotDone(Reason.STALE_FORM);
        if (change instanceof Enrolled enrolled) {
            visit.setSessionCookie(enrolled.sessionCookie());
            recoveryCodes = enrolled.recoveryCodes();
            if (recoveryCodes.isEmpty()) {
                reply.seeOther(FactorsPage.PATH + "?done=enrolled");
            }
            return true;
        }
        if (change instanceof NotDone not) {
            alert = FactorAlerts.of(not.reason());
            reply.status(alert.status());
        }
        return false;
    }

    /** Whether the form is to be shown, and not the recovery codes. */
    public boolean asking() {
        return key != null;
    }

    /** The codes to keep, when a first factor was just enrolled. */
    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** The key of what went wrong, or null. */
    public @Nullable String alert() {
        return alert == null ? null : alert.key();
    }

    /** Whether the name is what went wrong. */
    public boolean aboutName() {
        return alert == FactorAlerts.NAME;
    }

    /** The question for the authenticator. */
    public KeyChallenge key() {
        return Objects.requireNonNull(key, "the form is shown only with a question");
    }

    /** What the authenticator shows as the name of the account. */
    public String username() {
        return username;
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

    /** For the field: what was typed, else what such a thing is called. */
    public String getName() {
        return name == null ? Texts.text("factors.key") : name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
