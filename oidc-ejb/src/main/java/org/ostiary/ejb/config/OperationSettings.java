package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the running server is watched.
 *
 * @param auditRetention how long audit records are kept; zero for ever
 * @param logFile where the log is written in lines of JSON; null for nowhere
 * @param shutdownDelay how long the node, told to stop, still does everything while it is not ready any more
 * @param metricsToken who brings it may read the metrics; null for nobody
 * @param metricsReaders addresses or CIDR blocks that may read the metrics
 * @param epoch what was issued before counts for nothing; null where no backup was restored
 */
public record OperationSettings(
        Duration auditRetention,
        @Nullable Path logFile,
        Duration shutdownDelay,
        @Nullable String metricsToken,
        List<String> metricsReaders,
        @Nullable Instant epoch) {

    /** The defaults. */
    public static final OperationSettings STANDARD =
            new OperationSettings(Duration.ofDays(400), null, Duration.ofSeconds(5), null, List.of(), null);

    public OperationSettings {
        metricsReaders = List.copyOf(metricsReaders);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "OperationSettings[auditRetention=" + auditRetention + ", logFile=" + logFile + ", shutdownDelay="
                + shutdownDelay + ", metricsReaders=" + metricsReaders + "]";
    }
}
