package org.ostiary.web.logout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.logout.SignOutDone;
import org.ostiary.ejb.logout.SignOutService;
import org.ostiary.ejb.logout.SignOutView;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reader;
import org.ostiary.web.page.Reply;

/**
 * Asks whether to end the sessions in this browser, ends them, and says whether there are any. A client that proved whose
 * session it means needs no question.
 */
@Named
@RequestScoped
public class LogoutPage {
    @Inject
    SignOutService service;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String signOut = "";
    private String formToken = "";
    private String decision = "";
    private boolean stale;
    private @Nullable SignOutView view;

    /** Shows the question, or takes the answer. */
    public void answer() {
        SignOutView found = service.view(signOut, visit.visitor());
        switch (found.next()) {
            case END -> goOn(service.endProven(signOut, Reader.language(), visit.visitor()));
            case NOBODY -> leave();
            case ASK -> ask(found);
            default -> throw new IllegalStateException("Unknown: " + found.next());
        }
    }

    /** Nothing is asked of somebody who is not signed in; whoever sent them may have asked for more than that. */
    private void leave() {
        // Not a word about a cookie that did not come: a form that another site sends comes without it, and would take
        // it away.
        if (visit.visitor().sessionCookie() != null) {
            visit.clearSessionCookie();
        }
        if (!signOut.isEmpty()) {
            reply.seeOther("/signed-out.xhtml?sign-out=" + FormEncoding.encode(signOut));
        }
    }

    private void ask(SignOutView found) {
        if (reply.posted() && answered()) {
            return;
        }
        if (reply.posted()) {
            stale = true;
            reply.status(403);
        }
        view = found;
        if (found.redirectOrigin() != null) {
            // A browser holds the whole chain of redirects after the form against its form-action.
            visit.allowFormTarget(found.redirectOrigin());
        }
    }

    private boolean answered() {
        if (decision.equals("cancel")) {
            reply.seeOther("/?ui_locales=" + Reader.language().tag());
            return true;
        }
        if (!visit.sameOriginPost() || !decision.equals("confirm")) {
            return false;
        }
        Optional<SignOutDone> done = service.end(signOut, formToken, Reader.language(), visit.visitor());
        done.ifPresent(this::goOn);
        return done.isPresent();
    }

    private void goOn(SignOutDone done) {
        if (done.cookie() == null) {
            visit.clearSessionCookie();
        } else {
            visit.setSessionCookie(done.cookie());
        }
        reply.seeOther("/signed-out.xhtml?sign-out=" + FormEncoding.encode(done.handle()));
    }

    /** Whether somebody is signed in here, so that there is something to ask. */
    public boolean signedIn() {
        return view != null;
    }

    /** The account whose session would end. */
    public String accountName() {
        return view == null ? "" : view.accountName();
    }

    /** Whether the question is about this account alone, so that others of this browser stay signed in. */
    public boolean single() {
        return view != null && view.single();
    }

    /** Whether a form was sent that no longer counts. */
    public boolean stale() {
        return stale;
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return view == null ? "" : view.formToken();
    }

    /** The handle of a client's request; empty for none. */
    public String getSignOut() {
        return signOut;
    }

    public void setSignOut(@Nullable String signOut) {
        this.signOut = Objects.requireNonNullElse(signOut, "");
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
