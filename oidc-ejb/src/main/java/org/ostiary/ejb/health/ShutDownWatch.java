package org.ostiary.ejb.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;

/**
 * Hears at once that the process is to end: by the signal that service managers send, which it holds up for a while so that a load
 * balancer can send new requests elsewhere and those under way can end; or, where the process ends otherwise, by its shutdown hook.
 */
@Singleton
@Startup
public class ShutDownWatch {

    private static final Logger LOG = Logger.getLogger(ShutDownWatch.class.getName());

    @Inject
    Readiness readiness;

    @Inject
    ProviderConfig config;

    private @Nullable Thread hook;

    private @Nullable StopSignal signal;

    @PostConstruct
    void watch() {
        Runnable stopper = readiness.stopper();
        hook = new Thread(stopper, "ostiary-stops");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            signal = new StopSignal("TERM", stopper, config.operation().shutdownDelay());
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.INFO, "This Java does not tell us of SIGTERM: oidc.shutdown-delay has no effect", e);
        }
    }

    @PreDestroy
    void unwatch() {
        readiness.stop();
        forgetSignal();
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

    private void forgetSignal() {
        StopSignal watching = signal;
        if (watching == null) {
            return;
        }
        try {
            watching.forget();
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.FINE, "The signal stays ours", e);
        }
    }
}
