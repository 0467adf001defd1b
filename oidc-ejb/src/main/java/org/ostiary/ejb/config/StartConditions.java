package org.ostiary.ejb.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a right configuration still needs from the machine, looked at early because it would fail later and less clearly. */
final class StartConditions {
    private final ProviderConfig config;
    private final Findings findings = new Findings();

    private StartConditions(ProviderConfig config) {
        this.config = config;
    }

    /**
     * The report with what the machine does not offer added to its mistakes. Changes nothing on disk.
     *
     * @param report returned as it is when it has mistakes already
     */
    static ConfigurationReport check(ConfigurationReport report) {
        ProviderConfig config = report.config();
        if (config == null) {
            return report;
        }
        List<String> mistakes = new StartConditions(config).mistakes();
        return mistakes.isEmpty() ? report : new ConfigurationReport(null, mistakes, report.warnings());
    }

    private List<String> mistakes() {
        Path directory = config.dataDirectory();
        if (!writableDirectory(directory)) {
            findings.mistake(
                    ServerKey.DATA_DIRECTORY.key(),
                    directory.toString(),
                    "must be a directory that this user may write to, or may create");
        }
        requireReadable(ServerKey.ACCOUNTS_FILE, config.accountsFile());
        requireReadable(ServerKey.SUBJECTS_FILE, config.subjectsFile());
        Optional.ofNullable(config.ldap()).ifPresent(ldap -> {
            requireCertificates(ServerKey.LDAP_TRUST_FILE, ldap.trustFile());
            requireReadable(ServerKey.LDAP_PASSWORD_FILE, ldap.password() == null ? ldap.passwordFile() : null);
        });
        requireCertificates(ServerKey.OUTBOUND_TRUST_FILE, config.outbound().trustFile());
        requireLogo(config.pages().logo());
        requireTexts(config.pages().texts());
        if (config.masterKey() == null && !usableMasterKeyFile(config.masterKeyFile())) {
            findings.mistake(
                    ServerKey.MASTER_KEY_FILE.key(),
                    config.masterKeyFile().toString(),
                    "must be a file that this user may read, or may create in its directory");
        }
        return findings.mistakes();
    }

    private void requireReadable(ServerKey key, @Nullable Path file) {
        if (file != null && !readableFile(file)) {
            findings.mistake(key.key(), file.toString(), "must be a file that this user may read");
        }
    }

    private void requireLogo(@Nullable Path file) {
        try {
            if (file != null) {
                LogoFile.read(file);
            }
        } catch (IOException e) {
            findings.mistake(
                    ServerKey.PAGES_LOGO.key(),
                    file.toString(),
                    "must be a PNG, JPEG or WebP of at most 128 kB that this user may read");
        }
    }

    private void requireTexts(@Nullable Path file) {
        try {
            if (file != null) {
                OwnTexts.read(file);
            }
        } catch (IOException e) {
            findings.mistake(
                    ServerKey.PAGES_TEXTS.key(),
                    file.toString(),
                    "must be a properties file in UTF-8 that this user may read");
        }
    }

    private void requireCertificates(ServerKey key, @Nullable Path file) {
        try {
            if (file != null) {
                CertificateFile.read(file);
            }
        } catch (IOException e) {
            findings.mistake(
                    key.key(), file.toString(), "must be a file of certificates in PEM that this user may read");
        }
    }

    private static boolean usableMasterKeyFile(Path file) {
        Path directory = file.getParent();
        return Files.exists(file) ? readableFile(file) : directory != null && writableDirectory(directory);
    }

    /** For one that does not exist yet, the nearest that does decides. */
    private static boolean writableDirectory(Path directory) {
        Path existing = directory;
        while (existing.getParent() != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        return Files.isDirectory(existing) && Files.isWritable(existing);
    }

    private static boolean readableFile(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }
}
