package org.ostiary.web.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.ostiary.ejb.discovery.DiscoveryService;

/** The provider's metadata under both of its names (OpenID Connect Discovery 1.0, section 4; RFC 8414, section 3). */
@ApplicationScoped
@Path("/")
public class MetadataResource {

    @Inject
    DiscoveryService service;

    @GET
    @Path("openid-configuration")
    public Response openIdConfiguration(@Context Request request) {
        return PublicDocument.answer(service.metadata(), request);
    }

    @GET
    @Path("oauth-authorization-server")
    public Response authorizationServer(@Context Request request) {
        return PublicDocument.answer(service.metadata(), request);
    }
}
