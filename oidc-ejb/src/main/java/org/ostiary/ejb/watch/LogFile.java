package org.ostiary.ejb.watch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;

/** Where the operator wants it, everything that Ostiary logs goes to a file too, in lines of JSON; five files of 20 MB are kept. */
@Singleton
@Startup
public class LogFile {

    private static final int BYTES = 20_000_000;
    private static final int FILES = 5;

    /** Held, because nobody else does: a logger that nobody holds forgets its handlers. */
    private static final Logger OURS = Logger.getLogger("org.ostiary");

    @Inject
    ProviderConfig config;

    private @Nullable Handler handler;

    @PostConstruct
    void open() {
        Path file = config.operation().logFile();
        if (file != null) {
            handler = to(file);
            OURS.addHandler(handler);
        }
    }

    @PreDestroy
    void close() {
        Handler open = handler;
        if (open != null) {
            OURS.removeHandler(open);
            open.close();
        }
    }

    static Handler to(Path file) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Handler handler = new FileHandler(file.toString().replace("%", "%%"), BYTES, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new JsonLine());
            handler.setLevel(Level.INFO);
            return handler;
        } catch (IOException e) {
            throw new UncheckedIOException("The file that oidc.log-file names cannot be written", e);
        }
    }
}
