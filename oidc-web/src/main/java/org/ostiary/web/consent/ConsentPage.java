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
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.consent.AskedItem.Known;
import org.ostiary.ejb.consent.ConsentForm;
import org.ostiary.ejb.consent.ConsentOutcome;
import org.ostiary.ejb.consent.ConsentService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.DurationText;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

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
    private String remember = "";
    private String alert = "";
    private @Nullable InteractionView view;

    /** Shows the question, or takes the decision. */
    public void answer() {
        if (!reply.posted()) {
            show();
            return;
        }
        switch (decide()) {
            case DECIDED -> reply.resume(interaction);
            case STALE_FORM -> {
                reply.status(403);
                showAgain("alert.stale.decision");
            }
            case REQUIRED_LEFT_OUT -> showAgain("consent.alert.required");
            case NOTHING_ALLOWED -> showAgain("consent.alert.nothing");
        }
    }

    /** Only one of the two buttons decides; a form without them is none of ours. */
    private ConsentOutcome decide() {
        boolean allow = decision.equals("allow");
        if (!visit.sameOriginPost() || !(allow || decision.equals("deny"))) {
            return ConsentOutcome.STALE_FORM;
        }
        ConsentForm form = new ConsentForm(allow, reply.ticked(ScopeLine.FIELD), !remember.isEmpty(), formToken);
        return consents.decide(interaction, form, visit.visitor());
    }

    private void showAgain(String why) {
        alert = Texts.text(why);
        show();
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

    /** Why the form that was sent decided nothing; empty when none was sent. */
    public String alert() {
        return alert;
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
        return view == null ? "page" : view.display();
    }

    /** What is asked for, a line each; nothing yet while Faces takes the form in. */
    public List<ScopeLine> scopes() {
        if (view == null) {
            return List.of();
        }
        boolean someKnown = view.items().stream().anyMatch(item -> item.known() != Known.NEW);
        return view.items().stream()
                .map(item -> ScopeLine.of(item, ticked(item), someKnown))
                .toList();
    }

    /** As the person left it; at first everything but what was refused before. */
    private boolean ticked(AskedItem item) {
        if (item.fixed()) {
            return true;
        }
        return alert.isEmpty()
                ? item.required() || item.known() != Known.DENIED
                : reply.ticked(ScopeLine.FIELD).contains(item.item());
    }

    /** Whether the person may choose if the decision is remembered; nothing yet while Faces takes the form in. */
    public boolean offersToRemember() {
        return view != null && view.rememberFor() != null;
    }

    /** Whether the box that remembers the decision is ticked. */
    public boolean remembering() {
        return alert.isEmpty() || !remember.isEmpty();
    }

    /** For how long a decision would be remembered, in words. */
    public String rememberWords() {
        return Texts.text("consent.remember", DurationText.of(Objects.requireNonNull(view().rememberFor())));
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

    public String getRemember() {
        return remember;
    }

    public void setRemember(@Nullable String remember) {
        this.remember = Objects.requireNonNullElse(remember, "");
    }

    private InteractionView view() {
        return Objects.requireNonNull(view, "the page is shown only after its interaction was found");
    }
}
