package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.Profile;
import org.ostiary.ejb.account.ProfileOutcome;
import org.ostiary.ejb.account.ProfileService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.AccountFrame;
import org.ostiary.web.page.Reply;

/** Takes another email address from a person who has just proved who they are. */
@Named
@RequestScoped
public class EmailPage {
    private static final String PATH = "/account/email";

    @Inject
    ProfileService profiles;

    @Inject
    AccountFrame frame;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private @Nullable String email;
    private @Nullable String alert;
    private @Nullable Profile profile;
    private String freshToken = "";

    /** Shows the form, or takes it; whoever proved long ago who they are does so again first. */
    public void answer() {
        if (!frame.provenFreshly(PATH)) {
            return;
        }
        if (reply.posted() && changed()) {
            reply.seeOther("/account");
            return;
        }
        profile = profiles.of(visit.visitor());
        freshToken = profiles.formToken(visit.visitor());
    }

    private boolean changed() {
        ProfileOutcome outcome = visit.sameOriginPost()
                ? profiles.changeEmail(Objects.requireNonNullElse(email, ""), formToken, visit.visitor())
                : ProfileOutcome.STALE_FORM;
        if (outcome == ProfileOutcome.CHANGED) {
            return true;
        }
        reply.status(outcome == ProfileOutcome.UNUSABLE ? 200 : 403);
        alert = outcome == ProfileOutcome.UNUSABLE ? "email.alert.address" : "alert.stale";
        return false;
    }

    /** The key of what went wrong; null for nothing. */
    public @Nullable String alert() {
        return alert;
    }

    /** Whether the person may change the address here; true while Faces takes the form in, or it would not read the field. */
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
    public String getEmail() {
        if (email != null) {
            return email;
        }
        return profile == null ? "" : Objects.requireNonNullElse(profile.email(), "");
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
