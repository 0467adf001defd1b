package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that the repository gives to people who run Payara: tests run with the same ones. */
final class PreBoot {
    private static final String FILE = System.getProperty("ostiary.pre-boot", "");

    private PreBoot() {}

    /** The commands for Payara Micro that {@code ostiary.pre-boot} names; nothing when the property is not set. */
    static String hardening() {
        try {
            return FILE.isBlank() ? "" : Files.readString(Path.of(FILE)).stripTrailing() + System.lineSeparator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that makes the mail session {@code mail/oidc}, as {@code docs/mail.md} has it, but for a self-made certificate; nothing without a port. */
    static String mailSession(@Nullable String port) {
        return port == null
                ? ""
                : "create-javamail-resource --mailhost localhost --mailuser " + Mailbox.USER + " --password "
                        + Mailbox.PASSWORD + " --auth=true --fromaddress no-reply@id.test"
                        + " --property mail.smtp.port=" + port + ":mail.smtp.auth=true:mail.smtp.starttls.enable=true"
                        + ":mail.smtp.starttls.required=true:mail.smtp.ssl.trust=localhost mail/oidc"
                        + System.lineSeparator();
    }

    /** The command that lets the log say more; nothing without levels. */
    static String logLevels(@Nullable String levels) {
        return levels == null ? "" : "set-log-levels " + levels + System.lineSeparator();
    }

    /** The file of commands for Payara Server that stands beside it. */
    static Optional<Path> serverCommands() {
        return FILE.isBlank() ? Optional.empty() : Optional.of(Path.of(FILE).resolveSibling("harden-server.asadmin"));
    }
}
