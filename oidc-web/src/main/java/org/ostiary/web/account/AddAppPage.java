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
import org.ostiary.ejb.factor.TotpSetUp;
import org.ostiary.ejb.factor.TotpSetUpForm;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.AccountFrame;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

/** Offers the key for another authenticator app to a person who has just proved who they are, and takes its first code. */
@Named
@RequestScoped
public class AddAppPage {
    private static final String PATH = "/account/add-app";

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
    private String setUpToken = "";
    private String code = "";
    private @Nullable String name;
    private @Nullable FactorAlerts alert;
    private @Nullable TotpSetUp setUp;
    private String freshToken = "";
    private List<String> recoveryCodes = List.of();

    /** Shows the offer, or takes the code. */
    public void answer() {
        if (!frame.provenFreshly(PATH) || (reply.posted() && enrolled())) {
            return;
        }
        Optional<TotpSetUp> offer = enrolments.offerApp(reply.posted() ? setUpToken : "", visit.visitor());
        if (offer.isEmpty()) {
            reply.seeOther(PATH);
            return;
        }
        setUp = offer.get();
        freshToken = factors.formToken(visit.visitor());
    }

    private boolean enrolled() {
        FactorChange change = visit.sameOriginPost()
                ? enrolments.enrolApp(new TotpSetUpForm(setUpToken, code, getName()), formToken, visit.visitor())
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
        return setUp != null;
    }

    /** The codes to keep, when a first factor was just enrolled. */
    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** The key of what went wrong, or null. */
    public @Nullable String alert() {
        return alert == null ? null : alert.key();
    }

    /** Whether the code is what went wrong. */
    public boolean aboutCode() {
        return alert == FactorAlerts.CODE;
    }

    /** Whether the name is what went wrong. */
    public boolean aboutName() {
        return alert == FactorAlerts.NAME;
    }

    /** The key that is offered, in every form a person may need. */
    public TotpSetUp setUp() {
        return Objects.requireNonNull(setUp, "the form is shown only with an offer");
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

    public String getSetUpToken() {
        return setUpToken;
    }

    public void setSetUpToken(@Nullable String setUpToken) {
        this.setUpToken = Objects.requireNonNullElse(setUpToken, "");
    }

    /** Faces asks; the page never shows it. */
    public String getCode() {
        return "";
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    /** For the field: what was typed, else what such a thing is called. */
    public String getName() {
        return name == null ? Texts.text("factors.app") : name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
