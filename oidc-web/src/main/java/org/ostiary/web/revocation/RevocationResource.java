package org.ostiary.web.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.ostiary.ejb.revocation.RevocationService;
import org.ostiary.web.http.Authorization;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.Visit;

/** The revocation endpoint (RFC 7009, section 2): by POST only, parameters in the body only. */
@ApplicationScoped
@Path("revocation")
public class RevocationResource {

    @Inject
    RevocationService service;

    @Inject
    Visit visit;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServletRequest request, InputStream entity) {
        service.revoke(FormBody.body(request, entity), Authorization.of(request).orElse(null), visit.facts());
        return Response.ok().build();
    }
}
