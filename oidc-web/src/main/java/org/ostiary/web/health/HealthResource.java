package org.ostiary.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.ostiary.ejb.health.HealthService;

/** Two bits for load balancers, and nothing else. */
@ApplicationScoped
@Path("/")
public class HealthResource {

    @Inject
    HealthService service;

    /** Whether the process runs. */
    @GET
    @Path("live")
    public Response live() {
        return answer(Status.OK, "up");
    }

    /** Whether requests can be served now. */
    @GET
    @Path("ready")
    public Response ready() {
        return service.ready() ? answer(Status.OK, "up") : answer(Status.SERVICE_UNAVAILABLE, "down");
    }

    private static Response answer(Status status, String word) {
        return Response.status(status)
                .entity("{\"status\":\"" + word + "\"}")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
