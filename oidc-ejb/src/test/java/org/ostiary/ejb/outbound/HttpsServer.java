package org.ostiary.ejb.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** An https server on loopback with a certificate of its own, that answers whatever a test wants, byte by byte. */
public final class HttpsServer implements AutoCloseable {
    /** What to do with a connection whose request was read. */
    public interface Reply {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Made once: keytool takes seconds on a busy machine. */
    private static final KeyStore STORE = store();

    private static final SSLContext CONTEXT = context(STORE);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final SSLServerSocket socket;
    private volatile Reply reply = out -> {};

    public HttpsServer() throws IOException {
        socket = (SSLServerSocket)
                CONTEXT.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** Trusts this server's certificate and no other. */
    public SSLSocketFactory trustingSockets() {
        return CONTEXT.getSocketFactory();
    }

    /** Key and certificate of all these servers, for one that speaks another protocol. */
    public static SSLContext identity() {
        return CONTEXT;
    }

    /** This server's certificate in PEM. */
    public String certificate() throws GeneralSecurityException {
        String base64 = Base64.getMimeEncoder()
                .encodeToString(STORE.getCertificate("server").getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    public void replies(Reply next) {
        reply = next;
    }

    public void replies(String text) {
        replies(out -> out.write(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> answer(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            readHead(connection.getInputStream());
            reply.to(connection.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private static KeyStore store() {
        try {
            Path directory = Files.createTempDirectory("ostiary-certificate");
            Path file = directory.resolve("server.p12");
            try {
                return store(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException("No certificate for the test server", e);
        }
    }

    /** The JDK's own tool makes the certificate, for localhost only. */
    private static KeyStore store(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static SSLContext context(KeyStore store) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", store.getCertificate("server"));
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No sockets for the test server", e);
        }
    }
}
