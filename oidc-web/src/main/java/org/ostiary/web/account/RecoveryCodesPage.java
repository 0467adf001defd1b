package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.factor.FactorChange;
import org.ostiary.ejb.factor.FactorChange.NewCodes;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.factor.FactorService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.AccountFrame;
import org.ostiary.web.page.Reply;

/** Makes new recovery codes for a person who has just proved who they are, and shows them once. */
@Named
@RequestScoped
public class RecoveryCodesPage {
    private static final String PATH = "/account/recovery-codes";

    @Inject
    FactorService factors;

    @Inject
    AccountFrame frame;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private boolean stale;
    private String freshToken = "";
    private List<String> codes = List.of();

    /** Asks whether to make them, or shows them. */
    public void answer() {
        if (!frame.provenFreshly(PATH) || (reply.posted() && made())) {
            return;
        }
        if (factors.factors(visit.visitor()).factors().isEmpty()) {
            reply.seeOther(FactorsPage.PATH);
            return;
        }
        freshToken = factors.formToken(visit.visitor());
    }

    private boolean made() {
        FactorChange change = visit.sameOriginPost()
                ? factors.replaceRecoveryCodes(formToken, visit.visitor())
                : new NotDone(Reason.STALE_FORM);
        if (change instanceof NewCodes fresh) {
            codes = fresh.recoveryCodes();
            return true;
        }
        stale = true;
        reply.status(FactorAlerts.STALE.status());
        return false;
    }

    /** The new codes; empty before they are made. */
    public List<String> codes() {
        return codes;
    }

    /** Whether a form was sent that no longer counts. */
    public boolean stale() {
        return stale;
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
}
