package org.ostiary.web.application;

import jakarta.ws.rs.ApplicationPath;
import org.ostiary.web.health.HealthResource;

/** What load balancers ask for. */
@ApplicationPath("/health")
public class HealthResources extends Resources {

    /** For the container. */
    public HealthResources() {
        super(HealthResource.class);
    }
}
