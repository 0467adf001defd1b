package org.ostiary.ejb.health;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this node takes new work. It takes none from the moment it is told to stop. */
@ApplicationScoped
class Readiness {

    private volatile boolean stopping;

    void stop() {
        stopping = true;
    }

    boolean stopping() {
        return stopping;
    }
}
