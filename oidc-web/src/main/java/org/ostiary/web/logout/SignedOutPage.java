package org.ostiary.web.logout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.logout.SignOutOutcome;
import org.ostiary.ejb.logout.SignOutOutcomeService;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.DisplayText;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.ToldWords;

/**
 * Leads a person on who signed out, or tells them what came of it. Begins to tell the applications; whoever is led on waits
 * for none of them, and who stays less than a second.
 */
@Named
@RequestScoped
public class SignedOutPage {

    private static final int LOOKS = 8;
    private static final int PAUSE_MILLIS = 100;

    @Inject
    SignOutOutcomeService outcomes;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String signOut = "";
    private @Nullable SignOutOutcome outcome;

    /** Leads on or shows the page. */
    public void show() {
        outcome = outcomes.outcome(signOut).orElse(null);
        if (outcome == null) {
            return;
        }
        if (outcome.waiting()) {
            outcomes.hurry();
        }
        if (!outcome.frames().isEmpty()) {
            reply.seeOther("/api/oidc/end-session/frames?sign-out=" + FormEncoding.encode(signOut));
        } else if (outcome.location() != null && outcome.proven()) {
            reply.seeOtherPlace(outcome.location());
        } else {
            waitALittle();
        }
    }

    private void waitALittle() {
        for (int look = 0; look < LOOKS && outcome != null && outcome.waiting(); look++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            outcome = outcomes.outcome(signOut).orElse(null);
        }
    }

    /** The applications, in words; empty when none took part. */
    public List<String> applications() {
        return outcome == null
                ? List.of()
                : outcome.applications().stream().map(ToldWords::of).toList();
    }

    /** Where the person may go on; empty for nowhere. */
    public String location() {
        return outcome == null ? "" : Objects.requireNonNullElse(outcome.location(), "");
    }

    /** The name of the application that sent them here. */
    public String clientName() {
        return outcome == null || outcome.clientName() == null ? "" : DisplayText.of(outcome.clientName());
    }

    public String getSignOut() {
        return signOut;
    }

    public void setSignOut(@Nullable String signOut) {
        this.signOut = Objects.requireNonNullElse(signOut, "");
    }
}
