package org.ostiary.web.admin;

import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.protocol.client.AdministrationRole;

/** Who asks. */
record Me(String actor, AdministrationRole role) {

    static Me of(Administrator administrator) {
        return new Me(administrator.actor(), administrator.role());
    }
}
