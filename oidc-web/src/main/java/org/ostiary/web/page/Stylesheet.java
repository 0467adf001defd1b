package org.ostiary.web.page;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.ostiary.ejb.protocol.Sha256;

/** The one style sheet, addressed with a digest of its content: a new release is never shown with an old one's styles. */
final class Stylesheet {
    private static final String PATH = "/assets/ostiary.css";

    private Stylesheet() {}

    static String versioned(ServletContext context) {
        try (InputStream styles = context.getResourceAsStream(PATH)) {
            if (styles == null) {
                throw new IllegalStateException(PATH + " is missing from the archive");
            }
            return PATH + "?v=" + digest(styles.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, 6);
    }
}
