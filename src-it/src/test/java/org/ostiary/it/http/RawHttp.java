package org.ostiary.it.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A plain socket to a server, for requests that no HTTP client sends: duplicate headers, bad bytes, a last byte held
 * back. One connection; not for concurrent use.
 */
public final class RawHttp implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final int port;

    /** Connects to 127.0.0.1. */
    public RawHttp(int port) {
        this.port = port;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects, sends the text as ISO-8859-1 bytes (so that any byte can be written), reads one answer, closes. */
    public static RawAnswer exchange(int port, String request) {
        try (RawHttp connection = new RawHttp(port)) {
            return connection
                    .send(request.getBytes(StandardCharsets.ISO_8859_1))
                    .receive();
        }
    }

    /**
     * Connects, sends the text as ISO-8859-1 bytes and that nothing more will come, and listens to the end.
     *
     * @return all that the server said; empty when it hung up without a word, which it may
     */
    public static String hear(int port, String request) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (RawHttp connection = new RawHttp(port)) {
            connection.send(request.getBytes(StandardCharsets.ISO_8859_1));
            connection.socket.shutdownOutput();
            connection.socket.getInputStream().transferTo(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The connection was still open after " + PATIENCE + " ms", e);
        } catch (IOException | UncheckedIOException hungUp) {
            // Reset while we were sending or listening: what was heard until then counts.
        }
        String text = heard.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end > 0 && text.startsWith("HTTP/1.")) {
            ErrorAnswers.ofThisRun().remember(new RawAnswer(text.substring(0, end + 4), text.substring(end + 4)));
        }
        return text;
    }

    /** The start of a request with a right Host header, without the empty line: add headers and {@code \r\n}. */
    public String head(String method, String target) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n";
    }

    /** Sends bytes at once. */
    public RawHttp send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one answer: by its Content-Length, its chunks, or to the end of the connection. */
    public RawAnswer receive() {
        try {
            InputStream in = socket.getInputStream();
            String head = readHead(in);
            byte[] body = readBody(in, head.toLowerCase(Locale.ROOT));
            RawAnswer answer = new RawAnswer(head, new String(body, StandardCharsets.UTF_8));
            ErrorAnswers.ofThisRun().remember(answer);
            return answer;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No complete answer within " + PATIENCE + " ms", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            last = (last << 8) | next;
            if (last == 0x0D0A0D0A) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] readBody(InputStream in, String head) throws IOException {
        if (head.isEmpty() || head.startsWith("http/1.1 304") || head.startsWith("http/1.1 204")) {
            return new byte[0];
        }
        if (head.contains("\r\ntransfer-encoding: chunked")) {
            return readChunks(in);
        }
        int length = head.indexOf("\r\ncontent-length:");
        if (length < 0) {
            return in.readAllBytes();
        }
        int start = length + "\r\ncontent-length:".length();
        return in.readNBytes(Integer.parseInt(
                head.substring(start, head.indexOf("\r\n", start)).strip()));
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(readLine(in).split(";", 2)[0].strip(), 16);
            body.write(in.readNBytes(size));
            readLine(in);
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /**
     * One answer.
     *
     * @param head status line and headers, with the empty line; empty when the server closed without a word
     * @param body the body as UTF-8 text, chunks joined
     */
    public record RawAnswer(String head, String body) {
        /** The HTTP status, 0 when the server closed without a word. */
        public int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
        }

        /** Whether a header with this name and exactly this value is there. */
        public boolean hasHeader(String name, String value) {
            return head.toLowerCase(Locale.ROOT)
                    .contains("\r\n" + name.toLowerCase(Locale.ROOT) + ": " + value.toLowerCase(Locale.ROOT) + "\r\n");
        }
    }
}
