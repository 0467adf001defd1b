package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.ProfileOutcome;
import org.ostiary.ejb.account.ProfileService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;

/** Takes the language that a person wants to read. */
@Named
@RequestScoped
public class LanguagePage {
    @Inject
    ProfileService profiles;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private String language = "";
    private String done = "";
    private boolean stale;
    private String chosen = "";
    private String freshToken = "";

    /** Shows the choice, or takes it. */
    public void answer() {
        if (reply.posted()) {
            String tag = language.isEmpty() ? null : language;
            if (visit.sameOriginPost() && profiles.speak(tag, formToken, visit.visitor()) == ProfileOutcome.CHANGED) {
                reply.seeOther("/account/language?done=yes");
                return;
            }
            stale = true;
            reply.status(403);
        }
        chosen = Objects.requireNonNullElse(profiles.of(visit.visitor()).language(), "");
        freshToken = profiles.formToken(visit.visitor());
    }

    /** What can be chosen, each with its name in its own language; the empty tag follows the browser. */
    public List<LanguageChoice> choices() {
        return LanguageChoice.all(chosen);
    }

    /** Whether a form was sent that no longer counts. */
    public boolean stale() {
        return stale;
    }

    /** Whether the choice was taken just now. */
    public boolean done() {
        return done.equals("yes") && !reply.posted();
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

    public String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = Objects.requireNonNullElse(language, "");
    }

    public String getDone() {
        return done;
    }

    public void setDone(@Nullable String done) {
        this.done = Objects.requireNonNullElse(done, "");
    }
}
