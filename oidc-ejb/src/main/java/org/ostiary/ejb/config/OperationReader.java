package org.ostiary.ejb.config;

import java.time.Duration;

/** Reads how the running server is watched. */
final class OperationReader {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration TEN_YEARS = Duration.ofDays(3660);

    private static final Duration MOST_DELAY = Duration.ofMinutes(10);

    private static final int LEAST_TOKEN = 24;

    private final Settings settings;
    private final Findings findings;

    OperationReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    OperationSettings read() {
        return new OperationSettings(
                auditRetention(),
                settings.path(ServerKey.LOG_FILE.key()).orElse(null),
                settings.duration(ServerKey.SHUTDOWN_DELAY.key(), Duration.ZERO, MOST_DELAY),
                settings.find(ServerKey.METRICS_TOKEN.key()).map(this::token).orElse(null),
                settings.addresses(ServerKey.METRICS_ALLOWED_ADDRESSES.key()),
                settings.instant(ServerKey.RESTORED_AT.key()).orElse(null));
    }

    private String token(String text) {
        if (text.length() < LEAST_TOKEN) {
            findings.mistake(
                    ServerKey.METRICS_TOKEN.key(),
                    text,
                    "must have at least 24 characters; make one with: openssl rand -hex 24");
        }
        return text;
    }

    private Duration auditRetention() {
        Key key = ServerKey.AUDIT_RETENTION.key();
        Duration retention = settings.duration(key, Duration.ZERO, TEN_YEARS);
        if (!retention.isZero() && retention.compareTo(MONTH) < 0) {
            findings.mistake(key, DurationText.write(retention), "must be 0s, which is for ever, or at least 30d");
        }
        return retention;
    }
}
