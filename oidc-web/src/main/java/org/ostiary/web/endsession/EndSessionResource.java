package org.ostiary.web.endsession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import org.ostiary.ejb.logout.SignOutOutcomeService;
import org.ostiary.ejb.logout.SignOutService;
import org.ostiary.ejb.protocol.FormEncoding;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.Visit;

/**
 * The end-session endpoint (OIDC RP-Initiated Logout 1.0, section 2). It understands the request and sends the browser on to
 * the page that knows who is signed in: a form that a foreign site posts comes without the session's cookie.
 */
@ApplicationScoped
@Path("end-session")
public class EndSessionResource {

    @Inject
    SignOutService service;

    @Inject
    SignOutOutcomeService outcomes;

    @Inject
    FramesPage frames;

    @Inject
    Visit visit;

    @GET
    public Response get(@Context HttpServletRequest request) {
        return begin(FormBody.query(request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServletRequest request, InputStream entity) throws IOException {
        return begin(FormBody.body(request, entity));
    }

    private Response begin(RequestParameters parameters) {
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, visit.path("/logout.xhtml?sign-out=" + service.begin(parameters)))
                .build();
    }

    /** The page with a frame for each application that is told by the browser (OIDC Front-Channel Logout 1.0, section 3). */
    @GET
    @Path("frames")
    public Response frames(@Context HttpServletRequest request) {
        String handle = FormBody.query(request).require("sign-out");
        return frames.page(
                outcomes.frames(handle), visit.path("/signed-out.xhtml?sign-out=" + FormEncoding.encode(handle)));
    }
}
