package org.ostiary.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.List;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.web.http.Visit;

/** Answers for everything else: what JAX-RS refuses by its status, a database that is down with 503, the unforeseen with 500. */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Inject
    ErrorAnswer answer;

    @Inject
    RefusalService refusals;

    @Inject
    Visit visit;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException known) {
            return refused(known.getResponse());
        }
        LOG.log(Level.ERROR, "request " + visit.facts().requestId(), failure);
        return answer(Failures.status(failure)).build();
    }

    private Response refused(Response refused) {
        ResponseBuilder response = answer(refused.getStatus());
        if (refused.getStatus() == Response.Status.REQUEST_TIMEOUT.getStatusCode()) {
            // What still comes of the body is nothing that anybody waits for (RFC 9110, section 15.5.9).
            response.header("Connection", "close");
        }
        String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        if (allowed != null) {
            response.header(HttpHeaders.ALLOW, allowed);
        }
        return response.build();
    }

    /** A page where a browser is visiting, else JSON. */
    private ResponseBuilder answer(int status) {
        refusals.noteStatus(status, visit.facts());
        if (visit.below("/api/admin/")) {
            return Response.status(status)
                    .entity(ProblemJson.of(
                            status,
                            null,
                            Problem.forPrograms(status).message(),
                            List.of(),
                            visit.facts().requestId()))
                    .type(ProblemJson.TYPE);
        }
        return visit.below("/api/oidc/authorization")
                ? answer.page(Problem.ofStatus(status))
                : Response.status(status)
                        .entity(ErrorJson.of(
                                Problem.forPrograms(status), visit.facts().requestId()))
                        .type(MediaType.APPLICATION_JSON_TYPE);
    }
}
