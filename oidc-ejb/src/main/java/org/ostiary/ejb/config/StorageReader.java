package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.datasource.DatabaseUrl;

/** Reads where things are stored and what seals them. */
final class StorageReader {
    private static final int MASTER_KEY_BYTES = 32;
    private static final String IN_MEMORY = "jdbc:h2:mem:";

    private final Settings settings;
    private final Findings findings;

    StorageReader(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Path dataDirectory() {
        Key key = ServerKey.DATA_DIRECTORY.key();
        Path directory = settings.path(key).orElse(Path.of(""));
        if (directory.toString().indexOf(';') >= 0) {
            findings.mistake(
                    key, directory.toString(), "must not contain a semicolon: it ends the path of the database");
        }
        return directory;
    }

    String databaseUrl(Path dataDirectory) {
        Key key = ServerKey.DB_URL.key();
        String url = settings.find(key).orElse(DatabaseUrl.embedded(dataDirectory));
        DatabaseUrl.mistake(url)
                .or(() -> refuseUnknownDatabase(url))
                .ifPresent(refusal -> findings.mistake(key, url, refusal));
        if (url.startsWith(IN_MEMORY)) {
            findings.warning(key, "is a database in memory: everything is lost when the server stops");
        }
        return url;
    }

    private static Optional<String> refuseUnknownDatabase(String url) {
        return url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:")
                ? Optional.empty()
                : Optional.of("must begin with jdbc:postgresql: or jdbc:h2:, the databases this release knows");
    }

    @Nullable
    String masterKey() {
        return masterKey(ServerKey.MASTER_KEY.key());
    }

    /** The master key that is on its way in or out. */
    OtherMasterKey otherMasterKey() {
        return new OtherMasterKey(
                masterKey(ServerKey.OTHER_MASTER_KEY.key()),
                settings.path(ServerKey.OTHER_MASTER_KEY_FILE.key()).orElse(null));
    }

    @Nullable
    private String masterKey(Key key) {
        settings.find(key)
                .filter(text -> !decodes(text))
                .ifPresent(text -> findings.mistake(
                        key, text, "must be 32 bytes in base64; make one with: openssl rand -base64 32"));
        return settings.find(key).orElse(null);
    }

    Path masterKeyFile(Path dataDirectory) {
        Key key = ServerKey.MASTER_KEY_FILE.key();
        if (settings.find(key).isPresent()
                && settings.find(ServerKey.MASTER_KEY.key()).isPresent()) {
            findings.warning(key, "has no effect: " + ServerKey.MASTER_KEY.key().name() + " is set");
        }
        return settings.path(key).orElse(dataDirectory.resolve("master.key"));
    }

    private static boolean decodes(String text) {
        try {
            return Base64.getDecoder().decode(text).length == MASTER_KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
