package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.factor.Factor;
import org.ostiary.ejb.factor.FactorChange;
import org.ostiary.ejb.factor.FactorChange.Done;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.factor.FactorKind;
import org.ostiary.ejb.factor.FactorService;
import org.ostiary.ejb.factor.Factors;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.AccountFrame;
import org.ostiary.web.page.Reply;

/** Names or removes one second factor of a person who has just proved who they are, and says beforehand what removing means. */
@Named
@RequestScoped
public class FactorPage {
    private static final String PATH = "/account/factor?factor=";

    @Inject
    FactorService factors;

    @Inject
    AccountFrame frame;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String factor = "";
    private String formToken = "";
    private String decision = "";
    private @Nullable String name;
    private @Nullable FactorAlerts alert;
    private @Nullable Factor shown;
    private String meaning = "";
    private String freshToken = "";

    /** Shows both forms, or takes one. */
    public void answer() {
        if (factor.isEmpty()) {
            reply.seeOther(FactorsPage.PATH);
            return;
        }
        Factors own = factors.factors(visit.visitor());
        Optional<Factor> found = own.find(factor);
        if (found.isEmpty()) {
            reply.notFound();
            return;
        }
        if (!frame.provenFreshly(PATH + found.get().id()) || (reply.posted() && changed())) {
            return;
        }
        shown = found.get();
        meaning = meaning(own);
        freshToken = factors.formToken(visit.visitor());
    }

    private boolean changed() {
        FactorChange change = visit.sameOriginPost() ? change() : new NotDone(Reason.STALE_FORM);
        if (change instanceof Done) {
            reply.seeOther(FactorsPage.PATH + "?done=" + (decision.equals("remove") ? "removed" : "renamed"));
            return true;
        }
        if (change instanceof NotDone not) {
            alert = FactorAlerts.of(not.reason());
            reply.status(alert.status());
        }
        return false;
    }

    private FactorChange change() {
        return switch (decision) {
            case "rename" -> factors.rename(factor, Objects.requireNonNullElse(name, ""), formToken, visit.visitor());
            case "remove" -> factors.remove(factor, formToken, visit.visitor());
            default -> new NotDone(Reason.STALE_FORM);
        };
    }

    private static String meaning(Factors own) {
        if (own.factors().size() > 1) {
            return "factor.remove.other";
        }
        return own.demanded() ? "factor.remove.last.demanded" : "factor.remove.last";
    }

    /** The factor as people read it. */
    public FactorLine line() {
        return FactorLine.of(Objects.requireNonNull(shown, "the page is shown only with a factor"));
    }

    /** The key of what it means to remove it. */
    public String meaning() {
        return meaning;
    }

    /** That there may be a copy of it; null for none, and while Faces takes the form in. */
    public @Nullable String warning() {
        return shown == null ? null : line().warning();
    }

    /** Whether something of it stays on the person's own devices. */
    public boolean key() {
        return shown != null && shown.kind() == FactorKind.SECURITY_KEY;
    }

    /** The key of what went wrong, or null. */
    public @Nullable String alert() {
        return alert == null ? null : alert.key();
    }

    /** Whether the name is what went wrong. */
    public boolean aboutName() {
        return alert == FactorAlerts.NAME;
    }

    /** The token of the forms that are shown now. */
    public String freshToken() {
        return freshToken;
    }

    public String getFactor() {
        return factor;
    }

    public void setFactor(@Nullable String factor) {
        this.factor = Objects.requireNonNullElse(factor, "");
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

    /** For the field: what was typed, else the name until now. */
    public String getName() {
        return name == null && shown != null ? shown.name() : Objects.requireNonNullElse(name, "");
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
