package org.ostiary.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;

/** An application's server behind TLS on {@code localhost}, that answers each path as a test says, byte by byte. */
public final class TlsListener implements AutoCloseable {

    /** What a connection gets, once its request was read. */
    public interface Reply {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final SSLServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tls-listener");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();

    /** Listens from now on, and shows this certificate. */
    public TlsListener(TlsIdentity identity) {
        try {
            socket = (SSLServerSocket) identity.context()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::serve);
    }

    /** The address of this path. */
    public String address(String path) {
        return "https://localhost:" + socket.getLocalPort() + "/" + path;
    }

    /** What requests for this path get from now on. */
    public TlsListener replies(String path, Reply reply) {
        replies.put("/" + path, reply);
        return this;
    }

    /** The same, with a document. */
    public TlsListener replies(String path, String document) {
        return replies(path, out -> write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + document));
    }

    /** How many requests for this path arrived. */
    public long requests(String path) {
        return paths.stream().filter(("/" + path)::equals).count();
    }

    /** Sends text as it is. */
    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> answer(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            String path = requestedPath(connection.getInputStream());
            paths.add(path);
            replies.getOrDefault(path, out -> write(out, "HTTP/1.1 200 OK\r\n\r\n"))
                    .to(connection.getOutputStream());
        } catch (IOException gone) {
            // The caller had enough, or did not like the certificate.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String requestedPath(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
