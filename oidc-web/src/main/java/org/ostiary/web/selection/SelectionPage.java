package org.ostiary.web.selection;

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
import org.ostiary.ejb.session.AccountSelectionService;
import org.ostiary.ejb.session.SelectionOutcome;
import org.ostiary.ejb.session.SelectionOutcome.Selected;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.ClientText;
import org.ostiary.web.page.Reply;

/** Lists the accounts of this browser and takes the choice (OIDC Core 1.0, section 3.1.2.1, select_account). */
@Named
@RequestScoped
public class SelectionPage {

    @Inject
    AuthorizeService authorize;

    @Inject
    AccountSelectionService selection;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private String account = "";
    private String decision = "";
    private boolean stale;
    private @Nullable InteractionView view;

    /** Shows the accounts, or takes the choice. */
    public void answer() {
        if (reply.posted() && chosen()) {
            reply.resume(interaction);
            return;
        }
        if (reply.posted()) {
            stale = true;
            reply.status(403);
        }
        show();
    }

    private boolean chosen() {
        if (!visit.sameOriginPost()) {
            return false;
        }
        Optional<SelectionOutcome> outcome = outcome();
        if (outcome.isPresent() && outcome.get() instanceof Selected selected) {
            Optional.ofNullable(selected.cookie()).ifPresent(visit::setSessionCookie);
            return true;
        }
        return false;
    }

    /** Empty for a form without one of the buttons, which is none of ours. */
    private Optional<SelectionOutcome> outcome() {
        if (!account.isEmpty()) {
            return Optional.of(selection.choose(interaction, account, formToken, visit.visitor()));
        }
        return switch (decision) {
            case "another" -> Optional.of(selection.choose(interaction, "", formToken, visit.visitor()));
            case "cancel" -> Optional.of(selection.cancel(interaction, formToken, visit.visitor()));
            default -> Optional.empty();
        };
    }

    private void show() {
        Optional<InteractionView> found = authorize.view(Page.SELECT_ACCOUNT, interaction, visit.visitor());
        if (found.isEmpty()) {
            reply.resume(interaction);
            return;
        }
        view = found.get();
        // A browser holds the whole chain of redirects after the form against its form-action.
        visit.allowFormTarget(view.redirectOrigin());
    }

    /** Whether a form was sent that no longer counts. */
    public boolean stale() {
        return stale;
    }

    /** The name of the application that asks. */
    public String clientName() {
        return ClientText.of(view());
    }

    /** The accounts, the one used last first; none yet while Faces takes the form in. */
    public List<AccountLine> accounts() {
        return view == null
                ? List.of()
                : view.accounts().stream().map(AccountLine::of).toList();
    }

    /** How the application wants the page to look (OIDC Core 1.0, section 3.1.2.1). */
    public String display() {
        return view == null ? "page" : view.display();
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

    public String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = Objects.requireNonNullElse(account, "");
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
