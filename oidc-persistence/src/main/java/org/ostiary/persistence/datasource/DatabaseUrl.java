package org.ostiary.persistence.datasource;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a JDBC URL must say before we entrust codes and tokens to the database behind it. */
public final class DatabaseUrl {

    /** H2's usual files, named by {@code file:} or by their path alone; what has another scheme is left to it. */
    private static final Pattern H2_FILE = Pattern.compile("(?i)jdbc:h2:(?:file:|(?![a-z]{2,}:))(.*)");

    private static final Pattern WRITTEN_AT_COMMIT = Pattern.compile(";write_delay=0(;|$)");

    private DatabaseUrl() {}

    /**
     * The embedded database, one file in the data directory.
     *
     * @param dataDirectory where Ostiary keeps its files; made absolute, since H2 refuses a bare relative path
     * @return a JDBC URL of H2 that is written at every commit
     */
    public static String embedded(Path dataDirectory) {
        Path file = dataDirectory.toAbsolutePath().normalize().resolve("ostiary");
        return "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
    }

    /**
     * Says what is wrong with a URL, in one line with the fix.
     *
     * @param url a JDBC URL
     * @return the mistake, or empty when there is none
     */
    public static Optional<String> mistake(String url) {
        String plain = url.toLowerCase(Locale.ROOT);
        if (!plain.startsWith("jdbc:")) {
            return Optional.of("not a JDBC URL: it must start with jdbc:, as in jdbc:postgresql://db.example/ostiary");
        }
        if (!plain.startsWith("jdbc:h2:") || plain.startsWith("jdbc:h2:mem:")) {
            return Optional.empty();
        }
        if (WRITTEN_AT_COMMIT.matcher(plain).find()) {
            return Optional.empty();
        }
        return Optional.of("H2 would answer a commit before it is on disk, and a crash would lose codes, logins and"
                + " revocations already acknowledged: add ;WRITE_DELAY=0 to the URL");
    }

    /**
     * The URL that opens the same database for good. A server interrupts a request that takes too long, and Java closes a file of the
     * usual kind under an interrupted thread: H2 would serve nobody until the next start. Files that are read and
     * written asynchronously stay open.
     *
     * @param url a JDBC URL
     * @return that of an H2 file with H2's file system {@code async}; every other one unchanged
     */
    static String lasting(String url) {
        return H2_FILE.matcher(url).replaceFirst("jdbc:h2:async:$1");
    }
}
