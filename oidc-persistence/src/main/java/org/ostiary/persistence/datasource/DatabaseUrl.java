package org.ostiary.persistence.datasource;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a JDBC URL must say before we entrust codes and tokens to the database behind it. */
public final class DatabaseUrl {

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
}
