package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads how signing keys live, and holds the times against each other. */
final class KeyReader {
    /** Each knows new keys within five seconds; twice that, for one that is busy. */
    private static final Duration NODES_FOLLOW = Duration.ofSeconds(10);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration YEARS = Duration.ofDays(3650);
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 4096;
    private static final Duration SKEW = Duration.ofHours(1);

    private final Settings settings;
    private final Findings findings;

    KeyReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    /**
     * @param longest the longest time that something signed may be valid
     */
    KeyLifetimes lifetimes(Duration longest) {
        Duration maxAge = settings.duration(ServerKey.JWKS_MAX_AGE.key(), SECOND, Duration.ofDays(7));
        Duration lead = settings.duration(ServerKey.KEY_LEAD.key(), SECOND, YEARS);
        Duration period = settings.duration(ServerKey.KEY_PERIOD.key(), SECOND, YEARS);
        Duration retention = settings.find(ServerKey.KEY_RETENTION.key()).isPresent()
                ? settings.duration(ServerKey.KEY_RETENTION.key(), SECOND, YEARS)
                : longest.plus(SKEW);
        Duration hints = settings.duration(ServerKey.KEY_HINT_RETENTION.key(), Duration.ZERO, YEARS);
        demand(ServerKey.KEY_LEAD, lead, maxAge.multipliedBy(2), "twice " + name(ServerKey.JWKS_MAX_AGE));
        demand(ServerKey.KEY_LEAD, lead, NODES_FOLLOW, "the time in which other nodes see a new key");
        demand(ServerKey.KEY_RETENTION, retention, longest, "the longest that something signed is valid");
        demand(ServerKey.KEY_PERIOD, period, lead, name(ServerKey.KEY_LEAD));
        return new KeyLifetimes(
                settings.flag(ServerKey.KEY_ROTATION.key()),
                period,
                lead,
                retention,
                hints.compareTo(retention) < 0 ? retention : hints,
                maxAge,
                settings.number(ServerKey.KEY_RSA_BITS.key(), LEAST_RSA_BITS, MOST_RSA_BITS)
                        .orElse(LEAST_RSA_BITS));
    }

    KeyOrders orders() {
        return new KeyOrders(
                imported(),
                settings.find(ServerKey.KEY_IMPORT_PASSWORD.key()).orElse(null),
                settings.instant(ServerKey.KEY_ROTATE_BEFORE.key()).orElse(null),
                settings.list(ServerKey.KEY_REVOKED.key()));
    }

    private List<Path> imported() {
        List<Path> files = new ArrayList<>();
        settings.list(ServerKey.KEY_IMPORT.key())
                .forEach(text -> settings.path(ServerKey.KEY_IMPORT.key(), text).ifPresent(files::add));
        return files;
    }

    private void demand(ServerKey key, Duration value, Duration least, String what) {
        if (value.compareTo(least) < 0) {
            findings.mistake(
                    key.key(),
                    DurationText.write(value),
                    "must be at least " + DurationText.write(least) + ", " + what + ", or signatures could not be"
                            + " verified");
        }
    }

    private static String name(ServerKey key) {
        return key.key().name();
    }

    /** The longest of these. */
    static Duration longest(Stream<Duration> lifetimes) {
        return lifetimes.max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
