package org.ostiary.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.web.http.Visit;

/** How a page answers: with itself and a status, or by sending the browser on. */
@Named
@RequestScoped
public class Reply {
    @Inject
    Visit visit;

    @Inject
    RefusalService refusals;

    /** Whether the form was sent. Anything else only shows the page: a GET never changes anything. */
    public boolean posted() {
        return ((HttpServletRequest) external().getRequest()).getMethod().equals("POST");
    }

    /** The names of the form's fields that begin so, without that beginning: the boxes of a list that are ticked. */
    public Set<String> ticked(String beginning) {
        return external().getRequestParameterMap().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Sends the browser on with 303, so that it never repeats what it posted (RFC 9700, section 4.12). */
    public void seeOther(String pathFromRoot) {
        external().setResponseStatus(303);
        external().setResponseHeader("Location", visit.path(pathFromRoot));
        FacesContext.getCurrentInstance().responseComplete();
    }

    /** Sends the browser to an address that was registered, character by character, for this. */
    public void seeOtherPlace(String location) {
        external().setResponseStatus(303);
        external().setResponseHeader("Location", location);
        FacesContext.getCurrentInstance().responseComplete();
    }

    /** Sends the browser back to the dispatcher, which decides from stored state what comes next. */
    public void resume(String interaction) {
        seeOther(
                "/api/oidc/authorization/resume?interaction=" + URLEncoder.encode(interaction, StandardCharsets.UTF_8));
    }

    /** Shows the page with this HTTP status; one that refuses is noted like every refusal. */
    public void status(int status) {
        external().setResponseStatus(status);
        if (status >= HttpServletResponse.SC_BAD_REQUEST) {
            refusals.noteStatus(status, visit.facts());
        }
    }

    /** Answers that there is nothing of the kind, with the page that every wrong address gets. */
    public void notFound() {
        try {
            external().responseSendError(404, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    /** Tells the browser when to try again. */
    public void retryAfter(Duration pause) {
        external().setResponseHeader("Retry-After", Long.toString(pause.toSeconds()));
    }

    /** The id under which the operator finds this request. */
    public String requestId() {
        return visit.facts().requestId();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
