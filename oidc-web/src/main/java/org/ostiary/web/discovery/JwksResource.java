package org.ostiary.web.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.ostiary.ejb.discovery.DiscoveryService;

/** The JWK Set (RFC 7517, section 5). */
@ApplicationScoped
@Path("/")
public class JwksResource {

    @Inject
    DiscoveryService service;

    @GET
    public Response get(@Context Request request) {
        return PublicDocument.answer(service.jwks(), request);
    }
}
