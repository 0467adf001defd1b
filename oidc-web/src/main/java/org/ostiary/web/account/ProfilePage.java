package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.Profile;
import org.ostiary.ejb.account.ProfileForm;
import org.ostiary.ejb.account.ProfileOutcome;
import org.ostiary.ejb.account.ProfileService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Reply;

/** Shows people what is known about them, and takes the name they want to be called. */
@Named
@RequestScoped
public class ProfilePage {
    @Inject
    ProfileService profiles;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private @Nullable String displayName;
    private @Nullable String alert;
    private @Nullable Profile profile;
    private String freshToken = "";

    /** Shows the page, or takes the form. */
    public void answer() {
        if (reply.posted() && changed()) {
            reply.seeOther("/account");
            return;
        }
        profile = profiles.of(visit.visitor());
        freshToken = profiles.formToken(visit.visitor());
    }

    private boolean changed() {
        ProfileOutcome outcome = visit.sameOriginPost()
                ? profiles.rename(
                        new ProfileForm(Objects.requireNonNullElse(displayName, ""), formToken), visit.visitor())
                : ProfileOutcome.STALE_FORM;
        if (outcome == ProfileOutcome.CHANGED) {
            return true;
        }
        reply.status(outcome == ProfileOutcome.UNUSABLE ? 200 : 403);
        alert = outcome == ProfileOutcome.UNUSABLE ? "profile.alert.name" : "alert.stale";
        return false;
    }

    /** The key of what went wrong; null for nothing. */
    public @Nullable String alert() {
        return alert;
    }

    public String username() {
        return DisplayText.of(profile().username());
    }

    /** What the person is called, for reading. */
    public String shownName() {
        return DisplayText.of(profile().displayName(), profile().username());
    }

    /** Empty when none is known. */
    public String email() {
        return profile == null ? "" : DisplayText.of(Objects.requireNonNullElse(profile.email(), ""));
    }

    public boolean emailVerified() {
        return profile().emailVerified();
    }

    /** The groups in one line; empty for none. */
    public String groups() {
        return profile == null ? "" : String.join(", ", profile.groups());
    }

    /** Whether the person may change what is shown; true while Faces takes the form in, or it would not read the field. */
    public boolean own() {
        return profile == null || profile.own();
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

    /** For the field: what was typed, else what is known. */
    public String getDisplayName() {
        if (displayName != null) {
            return displayName;
        }
        return profile == null ? "" : profile.displayName();
    }

    public void setDisplayName(@Nullable String displayName) {
        this.displayName = displayName;
    }

    private Profile profile() {
        return Objects.requireNonNull(profile, "the page is shown only after its account was found");
    }
}
