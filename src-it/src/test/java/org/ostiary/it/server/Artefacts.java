package org.ostiary.it.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build left the archives and the servers; failsafe says it by system properties. */
final class Artefacts {
    private Artefacts() {}

    static Path war() {
        return existing("ostiary.war");
    }

    static Path ear() {
        return existing("ostiary.ear");
    }

    static Path billOfMaterials() {
        return existing("ostiary.bill-of-materials");
    }

    static Path payaraMicro() {
        return existing("ostiary.payara-micro");
    }

    static Path payaraServer() {
        return existing("ostiary.payara-server");
    }

    /** The directory in which every server of this process gets its own; a test run may have several processes. */
    static Path workDirectory() {
        String process = System.getProperty("ostiary.test-process", "1");
        return payaraMicro().resolveSibling("running").resolve(process).toAbsolutePath();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path existing(String property) {
        String value = System.getProperty(property);
        if (value == null || !Files.exists(Path.of(value))) {
            throw new IllegalStateException("System property " + property + " must name what the build made, is "
                    + value + "; run the tests with mvn verify");
        }
        return Path.of(value).toAbsolutePath();
    }
}
