package org.ostiary.ejb.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether this node takes new work. It takes none from the moment it is told to stop. */
@ApplicationScoped
class Readiness {

    private final AtomicBoolean stopping = new AtomicBoolean();

    void stop() {
        stopping.set(true);
    }

    /** The same for threads that know nothing of the container, as those of signals. */
    Runnable stopper() {
        AtomicBoolean told = stopping;
        return () -> told.set(true);
    }

    boolean stopping() {
        return stopping.get();
    }
}
