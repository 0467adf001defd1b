package org.ostiary.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.EndOutcome;
import org.ostiary.ejb.account.OwnSessionsService;
import org.ostiary.ejb.account.OwnSessionsView;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Moments;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;
import org.ostiary.web.page.ToldWords;

/** Shows people where they are signed in, and ends that elsewhere. */
@Named
@RequestScoped
public class SessionsPage {
    private static final String OTHERS = "others";

    @Inject
    OwnSessionsService sessions;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private String formToken = "";
    private String end = "";
    private boolean stale;
    private List<SessionLine> lines = List.of();
    private List<String> told = List.of();
    private String after = "";
    private @Nullable String next;
    private String freshToken = "";

    /** Shows the list, or ends what the pressed button names. */
    public void answer() {
        if (reply.posted()) {
            EndOutcome outcome = visit.sameOriginPost() ? ended() : EndOutcome.STALE_FORM;
            if (outcome == EndOutcome.ENDED) {
                reply.seeOther("/account/sessions");
                return;
            }
            if (outcome == EndOutcome.UNKNOWN) {
                reply.notFound();
                return;
            }
            stale = true;
            reply.status(403);
        }
        OwnSessionsView view = sessions.list(after, visit.visitor());
        lines = view.sessions().stream().map(SessionLine::of).toList();
        next = view.next();
        told = sessions.told(visit.visitor()).stream()
                .map(each -> Texts.text("sessions.told.line", Moments.words(each.ended()), ToldWords.of(each)))
                .toList();
        freshToken = sessions.formToken(visit.visitor());
    }

    private EndOutcome ended() {
        return end.equals(OTHERS)
                ? sessions.endOthers(formToken, visit.visitor())
                : sessions.end(end, formToken, visit.visitor());
    }

    /** The sessions, this one first. */
    public List<SessionLine> lines() {
        return lines;
    }

    /** The name of the next page; null when there is none. */
    public @Nullable String next() {
        return next;
    }

    /** What applications know of sessions that ended, in words, the latest first. */
    public List<String> told() {
        return told;
    }

    /** Whether there is another session that could be ended. */
    public boolean others() {
        return lines.size() > 1 || !after.isEmpty() || next != null;
    }

    /** Whether a form was sent that no longer counts. */
    public boolean stale() {
        return stale;
    }

    /** The token of the form that is shown now. */
    public String freshToken() {
        return freshToken;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = Objects.requireNonNullElse(after, "");
    }

    public String getFormToken() {
        return formToken;
    }

    public void setFormToken(@Nullable String formToken) {
        this.formToken = Objects.requireNonNullElse(formToken, "");
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(@Nullable String end) {
        this.end = Objects.requireNonNullElse(end, "");
    }
}
