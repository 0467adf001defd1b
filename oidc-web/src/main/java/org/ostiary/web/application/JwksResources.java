package org.ostiary.web.application;

import jakarta.ws.rs.ApplicationPath;
import org.ostiary.web.discovery.JwksResource;

/** The keys, at the root of the host. */
@ApplicationPath("/jwks.json")
public class JwksResources extends Resources {

    /** For the container. */
    public JwksResources() {
        super(JwksResource.class);
    }
}
