package org.ostiary.ejb.config;

import java.time.Duration;

/**
 * How the running server is watched.
 *
 * @param auditRetention how long audit records are kept; zero for ever
 */
public record OperationSettings(Duration auditRetention) {

    /** The defaults. */
    public static final OperationSettings STANDARD = new OperationSettings(Duration.ofDays(400));
}
