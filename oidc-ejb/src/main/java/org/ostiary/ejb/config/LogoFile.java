package org.ostiary.ejb.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An operator's picture. Judged by its first bytes and not by its name; formats that may hold a script, like SVG, are not taken.
 *
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // Compared with nothing, and shown as it is.
public record LogoFile(String type, byte[] content) {

    private static final int MOST_BYTES = 128 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final int WEBP_AT = 8;

    /**
     * Reads it.
     *
     * @throws IOException when it cannot be read, is larger than 128 kB, or is no PNG, JPEG or WebP
     */
    public static LogoFile read(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_BYTES + 1);
        }
        if (content.length > MOST_BYTES) {
            throw new IOException("It is larger than 128 kB");
        }
        return new LogoFile(type(content), content);
    }

    private static String type(byte[] content) throws IOException {
        if (startsWith(content, PNG, 0)) {
            return "image/png";
        }
        if (startsWith(content, JPEG, 0)) {
            return "image/jpeg";
        }
        if (startsWith(content, RIFF, 0) && startsWith(content, WEBP, WEBP_AT)) {
            return "image/webp";
        }
        throw new IOException("It is no PNG, JPEG or WebP");
    }

    private static boolean startsWith(byte[] content, byte[] magic, int at) {
        return content.length >= at + magic.length
                && Arrays.equals(content, at, at + magic.length, magic, 0, magic.length);
    }
}
