package org.ostiary.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The directories of one server: its data, its temporary files and its log. */
record ServerHome(Path root) {
    static ServerHome create(Path root) {
        try {
            delete(root);
            ServerHome home = new ServerHome(root);
            Files.createDirectories(home.data());
            Files.createDirectories(home.temporary());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    Path file(String name) {
        return root.resolve(name);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
