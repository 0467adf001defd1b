package org.ostiary.web.application;

import jakarta.ws.rs.ApplicationPath;
import org.ostiary.web.admin.AdminRefusalMapper;
import org.ostiary.web.admin.AdminResource;

/** The administration. */
@ApplicationPath("/api/admin/v1")
public class AdminResources extends Resources {

    /** For the container. */
    public AdminResources() {
        super(AdminResource.class, AdminRefusalMapper.class);
    }
}
