package org.ostiary.web.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.ostiary.ejb.authorize.AuthorizeService;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.Visit;

/** The authorization endpoint (RFC 6749, section 3.1; OIDC Core 1.0, section 3.1.2.1). */
@ApplicationScoped
@Path("authorization")
public class AuthorizeResource {

    @Inject
    AuthorizeService service;

    @Inject
    OutcomeAnswer answer;

    @Inject
    Visit visit;

    @GET
    public Response get(@Context HttpServletRequest request) {
        return answer.to(service.start(FormBody.query(request), visit.visitorWithState()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServletRequest request, InputStream entity) throws IOException {
        return answer.to(service.receive(FormBody.body(request, entity), visit.visitorWithState()));
    }

    /** Not a GET without its answer: that would spend what only the real one may spend. */
    @HEAD
    public Response head() {
        throw new NotAllowedException(HttpMethod.GET, new String[] {HttpMethod.POST});
    }

    /** Like {@link #head()}. */
    @HEAD
    @Path("resume")
    public Response headOfResume() {
        throw new NotAllowedException(HttpMethod.GET, new String[0]);
    }

    /** Where every page returns to. */
    @GET
    @Path("resume")
    public Response resume(@Context HttpServletRequest request) {
        return answer.to(service.resume(FormBody.query(request).require("interaction"), visit.visitorWithState()));
    }
}
