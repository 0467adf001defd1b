package org.ostiary.web.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authorize.AuthorizeService;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.authorize.ScopeView;
import org.ostiary.ejb.consent.ConsentOutcome;
import org.ostiary.ejb.consent.ConsentService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Reply;

/** Says who asks for what and on whose account, and takes the decision (OIDC Core 1.0, section 3.1.2.4). */
@Named
@RequestScoped
public class ConsentPage {
    @Inject
    AuthorizeService authorize;

    @Inject
    ConsentService consents;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private String decision = "";
    private boolean stale;
    private @Nullable InteractionView view;

    /** Shows the question, or takes the decision. */
    public void answer() {
        if (reply.posted() && decided()) {
            reply.resume(interaction);
            return;
        }
        if (reply.posted()) {
            stale = true;
            reply.status(403);
        }
        show();
    }

    /** Only one of the two buttons decides; a form without them is none of ours. */
    private boolean decided() {
        boolean allow = decision.equals("allow");
        if (!visit.sameOriginPost() || !(allow || decision.equals("deny"))) {
            return false;
        }
        return consents.decide(interaction, allow, formToken, visit.visitor()) == ConsentOutcome.DECIDED;
    }

    private void show() {
        Optional<InteractionView> found = authorize.view(Page.CONSENT, interaction, visit.visitor());
        if (found.isEmpty()) {
            reply.resume(interaction);
            return;
        }
        view = found.get();
        // A browser holds the whole chain of redirects after the form against its form-action.
        visit.allowFormTarget(view.redirectOrigin());
    }

    /** Whether the question is to be shown. */
    public boolean ready() {
        return view != null;
    }

    /** Whether a form was sent that no longer counts. */
    public boolean stale() {
        return stale;
    }

    /** The name of the application that asks. */
    public String clientName() {
        return DisplayText.of(view().clientName(), view().clientId());
    }

    /** The host the browser goes back to: the one thing on the page that the application did not choose freely. */
    public String redirectHost() {
        return DisplayText.of(view().redirectHost());
    }

    /** The account on which the application would act. */
    public String accountName() {
        return Objects.requireNonNullElse(view().accountName(), "");
    }

    /** How the application wants the page to look (OIDC Core 1.0, section 3.1.2.1). */
    public String display() {
        return view().display();
    }

    /** What is asked for, a line each; nothing yet while Faces takes the form in. */
    public List<ScopeLine> scopes() {
        return view == null
                ? List.of()
                : view.scopes().stream().map(ScopeLine::of).toList();
    }

    /** Whether some of it was allowed before; only then is it worth saying what is new. */
    public boolean someKnown() {
        return view().scopes().stream().anyMatch(ScopeView::alreadyGranted);
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return view().formToken();
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
