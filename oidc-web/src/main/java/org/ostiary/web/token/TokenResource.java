package org.ostiary.web.token;

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
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.token.TokenService;
import org.ostiary.web.http.Authorization;
import org.ostiary.web.http.FormBody;
import org.ostiary.web.http.Visit;

/** The token endpoint (RFC 6749, section 3.2): by POST only, parameters in the body only. */
@ApplicationScoped
@Path("token")
public class TokenResource {

    @Inject
    TokenService service;

    @Inject
    Visit visit;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@Context HttpServletRequest request, InputStream entity) {
        String authorization = Authorization.of(request).orElse(null);
        String json = JsonText.object(service.exchange(FormBody.body(request, entity), authorization, visit.facts())
                .members());
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                .header("Pragma", "no-cache")
                .build();
    }
}
