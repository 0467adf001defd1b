package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The JDBC URLs that may be used, and the one that is when none is configured. */
final class DatabaseUrl {
    private DatabaseUrl() {}

    /** H2 in the data directory. */
    static String defaultFor(Path dataDirectory) {
        return "jdbc:h2:file:" + dataDirectory.resolve("ostiary") + ";WRITE_DELAY=0";
    }

    /** What would be right, or empty when the URL may be used. */
    static Optional<String> refusal(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:h2:")) {
            return Optional.of("must begin with jdbc:postgresql: or jdbc:h2:, the databases this release knows");
        }
        if (keepsFile(url) && !settings(url).contains(";WRITE_DELAY=0;")) {
            return Optional.of("must contain ;WRITE_DELAY=0 or a crash loses what was already acknowledged");
        }
        return Optional.empty();
    }

    /** Whether what is stored is gone when the server stops. */
    static boolean forgets(String url) {
        return url.startsWith("jdbc:h2:mem:");
    }

    private static boolean keepsFile(String url) {
        return !forgets(url) && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    private static String settings(String url) {
        int first = url.indexOf(';');
        return first < 0 ? "" : url.substring(first).toUpperCase(Locale.ROOT) + ";";
    }
}
