package org.ostiary.web.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import org.ostiary.ejb.authorize.PushedAuthorizationService;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.web.http.Authorization;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.Visit;

/** The pushed authorization request endpoint (RFC 9126, section 2): by POST only, parameters in the body only. */
@ApplicationScoped
@Path("pushed-authorization-request")
public class PushedAuthorizationResource {

    @Inject
    PushedAuthorizationService service;

    @Inject
    Visit visit;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServletRequest request, InputStream entity) {
        String authorization = Authorization.of(request).orElse(null);
        String json = JsonText.object(service.push(FormBody.body(request, entity), authorization, visit.facts())
                .members());
        return Response.status(Status.CREATED)
                .entity(json)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
