package org.ostiary.it.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the build put what the foreign clients need. */
public final class TestTools {
    private TestTools() {}

    /** The directory that {@code install-test-tools.sh} filled; it holds {@code openid-client}. */
    public static Path directory() {
        String directory = System.getProperty("ostiary.test-tools");
        return Path.of(Objects.requireNonNull(directory, "run the tests with mvn verify: it sets ostiary.test-tools"));
    }

    /** A directory for one program's files, made where it is missing. */
    public static Path directory(String name) {
        try {
            return Files.createDirectories(directory().resolve(name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or directory among this module's test resources, below {@code clients/}. */
    public static Path resource(String name) {
        URL resource = Objects.requireNonNull(TestTools.class.getResource("/clients/" + name), name);
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
