package org.ostiary.web.page;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.ostiary.ejb.protocol.Sha256;

/** What pages load, addressed with a digest of its content: a new release is never shown with what an old one had. */
final class Asset {
    private Asset() {}

    static String styles(ServletContext context) {
        return versioned(context, "/assets/ostiary.css");
    }

    static String plainStyles(ServletContext context) {
        return versioned(context, "/assets/wap.css");
    }

    static String administrationStyles(ServletContext context) {
        return versioned(context, "/assets/admin.css");
    }

    static String script(ServletContext context) {
        return versioned(context, "/assets/webauthn.js");
    }

    private static String versioned(ServletContext context, String path) {
        try (InputStream styles = context.getResourceAsStream(path)) {
            if (styles == null) {
                throw new IllegalStateException(path + " is missing from the archive");
            }
            return path + version(styles.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an address ends with whose content is this. */
    static String version(byte[] content) {
        return "?v=" + HexFormat.of().formatHex(Sha256.of(content), 0, 6);
    }
}
