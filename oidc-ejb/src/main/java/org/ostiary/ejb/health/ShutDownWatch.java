package org.ostiary.ejb.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears at once that the process is to end, while the server still answers what is under way, so that a load balancer can send new
 * requests elsewhere before they would be cut off.
 */
@Singleton
@Startup
public class ShutDownWatch {

    private static final Logger LOG = Logger.getLogger(ShutDownWatch.class.getName());

    @Inject
    Readiness readiness;

    private @Nullable Thread hook;

    @PostConstruct
    void watch() {
        Readiness told = readiness;
        // Once before, so that nothing has to be looked up while everything ends.
        told.stopping();
        hook = new Thread(told::stop, "ostiary-stops");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @PreDestroy
    void unwatch() {
        readiness.stop();
        Thread watching = hook;
        if (watching == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(watching);
        } catch (IllegalStateException ending) {
            LOG.log(Level.FINE, "The process ends already", ending);
        }
    }
}
