package org.ostiary.web.page;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.ostiary.ejb.protocol.Sha256;

/** The two style sheets, addressed with a digest of their content: a new release is never shown with an old one's styles. */
final class Stylesheet {
    private Stylesheet() {}

    static String full(ServletContext context) {
        return versioned(context, "/assets/ostiary.css");
    }

    static String plain(ServletContext context) {
        return versioned(context, "/assets/wap.css");
    }

    private static String versioned(ServletContext context, String path) {
        try (InputStream styles = context.getResourceAsStream(path)) {
            if (styles == null) {
                throw new IllegalStateException(path + " is missing from the archive");
            }
            return path + "?v=" + digest(styles.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, 6);
    }
}
