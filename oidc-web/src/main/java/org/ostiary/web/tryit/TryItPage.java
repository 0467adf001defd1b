package org.ostiary.web.tryit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.tryit.Trial;
import org.ostiary.ejb.tryit.TrialAnswer;
import org.ostiary.ejb.tryit.TrialResult;
import org.ostiary.ejb.tryit.TrialStart;
import org.ostiary.ejb.tryit.TryItService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;
import org.ostiary.web.page.Texts;

/** Begins a login with the provider it belongs to, and shows what an application gets to see of it. */
@Named
@RequestScoped
public class TryItPage {

    /** What can be asked for; the first is always asked for. */
    private static final List<String> SCOPES = List.of("openid", "profile", "email", "groups");

    @Inject
    TryItService service;

    @Inject
    Visit visit;

    @Inject
    Reply reply;

    private @Nullable String code;
    private @Nullable String state;
    private @Nullable String iss;
    private @Nullable String error;
    private @Nullable String errorDescription;
    private Map<String, String> request = Map.of();
    private @Nullable TrialResult result;

    /** Shows the beginning, begins, or shows what came of it. */
    public void answer() {
        if (!service.offered()) {
            reply.notFound();
            return;
        }
        if (reply.posted()) {
            if (visit.sameOriginPost()) {
                begin();
            } else {
                reply.status(HttpServletResponse.SC_FORBIDDEN);
            }
            return;
        }
        TrialAnswer answer = new TrialAnswer(code, state, iss, error, errorDescription);
        if (answer.given()) {
            Optional<Trial> trial = Optional.ofNullable(visit.trial()).flatMap(Trial::of);
            trial.ifPresent(kept -> request = service.request(kept));
            result = service.finish(answer, trial, visit.facts());
            visit.forgetTrial();
        }
    }

    private void begin() {
        List<String> asked = SCOPES.stream()
                .filter(scope ->
                        scope.equals(SCOPES.get(0)) || reply.ticked("scope-").contains(scope))
                .toList();
        TrialStart start = service.start(String.join(" ", asked));
        visit.keepTrial(start.trial().text());
        reply.seeOtherPlace(start.address());
    }

    /** Whether the server has this application. */
    public boolean offered() {
        return service.offered();
    }

    /** What may be ticked. */
    public List<String> scopes() {
        return SCOPES.subList(1, SCOPES.size());
    }

    /** What a scope tells the application. */
    public String meaning(String scope) {
        return Texts.scope(scope).orElse(scope);
    }

    /** Whether a login came back. */
    public boolean returned() {
        return result != null;
    }

    /** Whether it brought tokens. */
    public boolean succeeded() {
        return result != null && result.error() == null;
    }

    /** What went wrong, in words. */
    public String mistake() {
        if (result == null || result.error() == null) {
            return "";
        }
        String key = "try.error." + result.error();
        return Texts.has(key) ? Texts.text(key) : Texts.text("try.error.other", result.error(), result.description());
    }

    /** The parameters of the authorization request, each with what it is for. */
    public List<Line> requested() {
        return lines("try.parameter.", request);
    }

    /** The parameters of the token request. */
    public List<Line> redeemed() {
        return lines("try.parameter.", result == null ? Map.of() : result.request());
    }

    /** What the token endpoint answered. */
    public List<Line> received() {
        return lines("try.member.", result == null ? Map.of() : result.response());
    }

    /** The header of the ID token. */
    public List<Line> header() {
        return lines("try.header.", result == null ? Map.of() : result.header());
    }

    /** What the ID token says. */
    public List<Line> claims() {
        return lines("try.claim.", result == null ? Map.of() : result.claims());
    }

    /** What the userinfo endpoint says. */
    public List<Line> userInfo() {
        return lines("try.claim.", result == null ? Map.of() : result.userInfo());
    }

    /** Where the person signs out again, and comes back from. */
    public String signOut() {
        return result == null
                ? ""
                : visit.path("/api/oidc/end-session") + "?id_token_hint=" + FormEncoding.encode(result.idToken());
    }

    private static List<Line> lines(String prefix, Map<String, String> members) {
        return members.entrySet().stream().map(each -> line(prefix, each)).toList();
    }

    private static Line line(String prefix, Map.Entry<String, String> member) {
        String key = prefix + member.getKey();
        return new Line(member.getKey(), member.getValue(), Texts.has(key) ? Texts.text(key) : "");
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable String getIss() {
        return iss;
    }

    public void setIss(@Nullable String iss) {
        this.iss = iss;
    }

    public @Nullable String getError() {
        return error;
    }

    public void setError(@Nullable String error) {
        this.error = error;
    }

    public @Nullable String getErrorDescription() {
        return errorDescription;
    }

    public void setErrorDescription(@Nullable String errorDescription) {
        this.errorDescription = errorDescription;
    }

    /**
     * A line of a table.
     *
     * @param meaning what it is for, in words; empty where nobody described it
     */
    public record Line(String name, String value, String meaning) {}
}
