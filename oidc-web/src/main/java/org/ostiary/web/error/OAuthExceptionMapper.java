package org.ostiary.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.TooManyRequests;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.web.http.Visit;

/** Shows a refusal: a page where a browser is visiting, else JSON (RFC 6749, section 5.2; RFC 6750, section 3). */
@Provider
@ApplicationScoped
public class OAuthExceptionMapper implements ExceptionMapper<OAuthException> {

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    RefusalService refusals;

    @Inject
    ErrorAnswer answer;

    @Inject
    Visit visit;

    @Override
    public Response toResponse(OAuthException refusal) {
        if (visit.below("/api/oidc/authorization") || visit.below("/api/oidc/end-session")) {
            return answer.page(Problem.of(refusal, refusals.show(refusal, visit.facts())))
                    .build();
        }
        if (visit.below("/api/admin/")) {
            refusals.note(refusal, visit.facts());
            return Response.status(refusal.code().status())
                    .type(ProblemJson.TYPE)
                    .entity(ProblemJson.of(
                            refusal.code().status(),
                            refusal.rule(),
                            refusal.description(),
                            List.of(),
                            visit.facts().requestId()))
                    .build();
        }
        return forPrograms(refusal, refusals.describe(refusal, visit.facts()));
    }

    private Response forPrograms(OAuthException refusal, String description) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", refusal.code().code());
        members.put("error_description", description);
        ResponseBuilder response = Response.status(refusal.code().status())
                .entity(JsonText.object(members))
                .type(MediaType.APPLICATION_JSON_TYPE);
        if (refusal instanceof TooManyRequests tooMany) {
            response.status(TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, tooMany.retryAfterSeconds());
        }
        if (refusal instanceof InvalidClient invalid && invalid.byHeader()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\", charset=\"UTF-8\"");
        }
        if (visit.below("/api/oidc/userinfo")) {
            response.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"userinfo\", error=\"" + refusal.code().code() + "\", error_description=\""
                            + description + "\"");
        }
        return response.build();
    }
}
