package org.ostiary.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.web.http.Visit;
import org.ostiary.web.page.Reply;

/** Answers for a page that threw, in place of what it had begun to say. */
@ApplicationScoped
public class PageFailure {
    private static final Logger LOG = System.getLogger(PageFailure.class.getName());

    @Inject
    ErrorAnswer answer;

    @Inject
    RefusalService refusals;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    void answer(FacesContext context, Throwable failure) {
        HttpServletResponse response =
                (HttpServletResponse) context.getExternalContext().getResponse();
        Throwable cause = foreseen(failure);
        context.responseComplete();
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (cause instanceof RedirectedError) {
            // The client is told by the dispatcher, which meets the same refusal.
            reply.resume(interaction(context));
            return;
        }
        answer.page(response, problem(cause, response.getStatus()));
    }

    /** What a service said on purpose, under whatever Faces wrapped around it; else the failure as it is. */
    private Throwable foreseen(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OAuthException || cause instanceof RedirectedError) {
                return cause;
            }
        }
        LOG.log(Level.ERROR, "request " + visit.facts().requestId(), failure);
        return failure;
    }

    /** A status that the page decided before (403 for a form of another site) says more than what went wrong next. */
    private Problem problem(Throwable cause, int decided) {
        if (!(cause instanceof OAuthException refusal)) {
            int status = Failures.status(cause);
            refusals.noteStatus(status, visit.facts());
            return Problem.ofStatus(status);
        }
        Problem problem = Problem.of(refusal, refusals.show(refusal, visit.facts()));
        return decided >= 400 ? problem.withStatus(decided) : problem;
    }

    private static String interaction(FacesContext context) {
        String interaction =
                context.getExternalContext().getRequestParameterMap().get("interaction");
        return Objects.requireNonNullElse(interaction, "");
    }
}
