package org.ostiary.web.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.door.PagesDoorService;
import org.ostiary.ejb.setup.SetUpService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;

/** Creates the first administrator for whoever holds the set-up link that the server printed at its start. */
@Named
@RequestScoped
public class SetUpPage {
    @Inject
    SetUpService setUp;

    @Inject
    PagesDoorService administration;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String token = "";
    private String username = "";
    private String password = "";
    private String passwordAgain = "";
    private SetUpState state = SetUpState.ASKING;

    /** Shows the form, or takes it. */
    public void answer() {
        state = reply.posted() ? submitted() : opened();
        reply.status(state.status());
    }

    private SetUpState opened() {
        return setUp.usable(token) ? SetUpState.ASKING : SetUpState.LINK_UNUSABLE;
    }

    private SetUpState submitted() {
        if (!visit.sameOriginPost()) {
            return setUp.usable(token) ? SetUpState.STALE_FORM : SetUpState.LINK_UNUSABLE;
        }
        if (!password.equals(passwordAgain)) {
            return setUp.usable(token) ? SetUpState.PASSWORDS_DIFFER : SetUpState.LINK_UNUSABLE;
        }
        return SetUpState.of(setUp.createAdministrator(
                token, username, password, visit.visitor().facts()));
    }

    /** What the page is about now. */
    public SetUpState state() {
        return state;
    }

    /** Whether applications can be registered on pages. */
    public boolean registersByPages() {
        return administration.offered();
    }

    public String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = Objects.requireNonNullElse(token, "");
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = Objects.requireNonNullElse(username, "");
    }

    /** Faces asks; the page never shows it. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = Objects.requireNonNullElse(password, "");
    }

    /** Faces asks; the page never shows it. */
    public String getPasswordAgain() {
        return "";
    }

    public void setPasswordAgain(@Nullable String passwordAgain) {
        this.passwordAgain = Objects.requireNonNullElse(passwordAgain, "");
    }
}
