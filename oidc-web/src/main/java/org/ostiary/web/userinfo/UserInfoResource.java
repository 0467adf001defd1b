package org.ostiary.web.userinfo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Optional;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.refusal.RefusalService;
import org.ostiary.ejb.userinfo.UserInfoService;
import org.ostiary.web.http.Visit;

/** The userinfo endpoint (OIDC Core 1.0, section 5.3), by GET and by POST. */
@ApplicationScoped
@Path("userinfo")
public class UserInfoResource {

    private static final String SIGNED = "application/jwt";

    private static final Rule TOKEN = new Rule("access-token-present", "RFC 6750, section 3.1");

    @Inject
    UserInfoService service;

    @Inject
    RefusalService refusals;

    @Inject
    Visit visit;

    @GET
    public Response get(@Context HttpServletRequest request) {
        return answer(BearerToken.of(request, InputStream.nullInputStream()));
    }

    @POST
    public Response post(@Context HttpServletRequest request, InputStream entity) {
        return answer(BearerToken.of(request, entity));
    }

    /** Who brings no token at all is only told which kind would be right (RFC 6750, section 3.1). */
    private Response answer(Optional<String> token) {
        return token.map(service::answer)
                .map(answer -> Response.ok(answer.body(), answer.signed() ? SIGNED : MediaType.APPLICATION_JSON)
                        .build())
                .orElseGet(this::unauthorized);
    }

    private Response unauthorized() {
        refusals.note(
                new OAuthException(OAuthErrorCode.INVALID_REQUEST, TOKEN, "The request has no access token"),
                visit.facts());
        return Response.status(Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"userinfo\"")
                .build();
    }
}
