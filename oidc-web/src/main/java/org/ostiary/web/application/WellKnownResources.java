package org.ostiary.web.application;

import jakarta.ws.rs.ApplicationPath;
import org.ostiary.web.discovery.MetadataResource;

/** What clients look for under well-known names (RFC 8615). */
@ApplicationPath("/.well-known")
public class WellKnownResources extends Resources {

    /** For the container. */
    public WellKnownResources() {
        super(MetadataResource.class);
    }
}
