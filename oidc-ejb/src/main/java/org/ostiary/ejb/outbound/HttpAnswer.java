package org.ostiary.ejb.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an answer of HTTP/1.1 from a connection that is closed after it (RFC 9112), and never more than allowed. */
final class HttpAnswer {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;

    private final InputStream in;
    private final int mostBytes;

    private HttpAnswer(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** The body of an answer with status 200. */
    static byte[] body(InputStream in, int mostBytes) throws IOException {
        return new HttpAnswer(in, mostBytes).read();
    }

    /** The status of an answer, of which nothing else is read. */
    static int status(InputStream in) throws IOException {
        return new HttpAnswer(in, 0).statusCode();
    }

    private int statusCode() throws IOException {
        Matcher status = STATUS_LINE.matcher(line());
        if (!status.matches()) {
            throw new IOException("the answer is not HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    private byte[] read() throws IOException {
        int status = statusCode();
        if (status != 200) {
            throw new IOException("the answer has the status " + status + "; redirects are not followed");
        }
        Map<String, String> headers = headers();
        if (headers.containsKey("content-encoding")) {
            throw new IOException("the answer is encoded in a way that was not asked for");
        }
        String transfer = headers.get("transfer-encoding");
        if (transfer != null) {
            return chunks(transfer);
        }
        String length = headers.get("content-length");
        return length == null ? untilTheEnd() : exactly(number(length, 10));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_HEADERS) {
                throw new IOException("the answer has a broken header, or too many");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] chunks(String transfer) throws IOException {
        if (!transfer.equalsIgnoreCase("chunked")) {
            throw new IOException("the answer has a transfer encoding that is not chunked");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            requireRoom(body.size() + size);
            body.write(exactly(size));
            line();
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        requireRoom(length);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the answer ends early");
        }
        return body;
    }

    private byte[] untilTheEnd() throws IOException {
        byte[] body = in.readNBytes(mostBytes + 1);
        requireRoom(body.length);
        return body;
    }

    private void requireRoom(int bytes) throws IOException {
        if (bytes > mostBytes) {
            throw new IOException("the answer is longer than " + mostBytes + " bytes");
        }
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseInt(Objects.requireNonNull(text), radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("the answer has a length that is no number", e);
        }
        throw new IOException("the answer has a negative length");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("the answer ends early, or has a line that is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
