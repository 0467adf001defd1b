package org.ostiary.web.introspection;

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
import org.ostiary.ejb.introspection.IntrospectionAnswer;
import org.ostiary.ejb.introspection.IntrospectionService;
import org.ostiary.web.http.Authorization;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.Visit;

/** The introspection endpoint (RFC 7662, section 2): by POST only, parameters in the body only. */
@ApplicationScoped
@Path("introspection")
public class IntrospectionResource {
    private static final String SIGNED = "application/token-introspection+jwt";

    @Inject
    IntrospectionService service;

    @Inject
    Visit visit;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServletRequest request, InputStream entity) {
        IntrospectionAnswer answer = service.introspect(
                FormBody.body(request, entity), Authorization.of(request).orElse(null), visit.facts());
        return Response.ok(answer.body(), answer.signed() ? SIGNED : MediaType.APPLICATION_JSON)
                .build();
    }
}
