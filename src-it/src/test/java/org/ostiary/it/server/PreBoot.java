package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pre-boot commands that the repository gives to people who run Payara Micro: tests run with the same ones. */
final class PreBoot {
    private PreBoot() {}

    /** The commands that {@code ostiary.pre-boot} names, each on its line; nothing when the property is not set. */
    static String hardening() {
        String file = System.getProperty("ostiary.pre-boot", "");
        try {
            return file.isBlank() ? "" : Files.readString(Path.of(file)).stripTrailing() + System.lineSeparator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
