package org.ostiary.web.forbidden;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.authorize.AuthorizeService;
import org.ostiary.ejb.authorize.ForbiddenService;
import org.ostiary.ejb.authorize.InteractionView;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Reply;

/** Says to a person that they may not use an application, and whom to ask. */
@Named
@RequestScoped
public class ForbiddenPage {

    private static final int OUT_OF_DATE = 403;

    @Inject
    AuthorizeService authorize;

    @Inject
    ForbiddenService forbidden;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String interaction = "";
    private String formToken = "";
    private boolean stale;
    private @Nullable InteractionView view;

    /** Shows the page, or takes the person back. */
    public void answer() {
        if (!reply.posted()) {
            show();
        } else if (visit.sameOriginPost() && forbidden.goBack(interaction, formToken, visit.visitor())) {
            reply.resume(interaction);
        } else {
            stale = true;
            reply.status(OUT_OF_DATE);
            show();
        }
    }

    private void show() {
        Optional<InteractionView> found = authorize.view(Page.FORBIDDEN, interaction, visit.visitor());
        if (found.isEmpty()) {
            reply.resume(interaction);
            return;
        }
        view = found.get();
        // A browser holds the whole chain of redirects after the form against its form-action.
        visit.allowFormTarget(view.redirectOrigin());
    }

    /** Whether the form that was sent was out of date. */
    public boolean stale() {
        return stale;
    }

    /** The application's name. */
    public String clientName() {
        return DisplayText.of(view().clientName(), view().clientId());
    }

    /** The account that may not use it. */
    public String accountName() {
        return Objects.requireNonNullElse(view().accountName(), "");
    }

    /** Whom to ask; empty when nobody is named, and while Faces takes a form in. */
    public List<Contact> contacts() {
        return view == null
                ? List.of()
                : view.contacts().stream().map(Contact::of).toList();
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

    private InteractionView view() {
        return Objects.requireNonNull(view, "the page is shown only after its interaction was found");
    }
}
