package org.ostiary.web.logout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.session.SessionService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;

/** Asks whether to end the session in this browser, ends it, and says whether there is one. */
@Named
@RequestScoped
public class LogoutPage {
    @Inject
    SessionService sessions;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private String decision = "";
    private boolean stale;
    private @Nullable String accountName;
    private String freshToken = "";

    /** Shows the question, or takes the answer. */
    public void answer() {
        String session = visit.visitor().sessionCookie();
        Optional<String> account = sessions.accountName(session);
        if (session == null) {
            // Not a word about the cookie: a form that another site sends comes without it, and would take it away.
            return;
        }
        if (account.isEmpty()) {
            visit.clearSessionCookie();
            return;
        }
        if (reply.posted() && answered(session)) {
            return;
        }
        if (reply.posted()) {
            stale = true;
            reply.status(403);
        }
        accountName = account.get();
        freshToken = sessions.formToken(session);
    }

    private boolean answered(String session) {
        if (decision.equals("cancel")) {
            reply.seeOther("/");
            return true;
        }
        if (!visit.sameOriginPost() || !decision.equals("confirm")) {
            return false;
        }
        if (!sessions.end(session, formToken, visit.visitor().facts())) {
            return false;
        }
        visit.clearSessionCookie();
        reply.seeOther("/logout.xhtml");
        return true;
    }

    /** Whether somebody is signed in here, so that there is something to ask. */
    public boolean signedIn() {
        return accountName != null;
    }

    /** The account whose session would end. */
    public String accountName() {
        return Objects.requireNonNullElse(accountName, "");
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

    public String getDecision() {
        return decision;
    }

    public void setDecision(@Nullable String decision) {
        this.decision = Objects.requireNonNullElse(decision, "");
    }
}
