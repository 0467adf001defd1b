package org.ostiary.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and its self-made certificate, as files in PEM.
 *
 * @param certificate what a client is to trust
 */
public record TlsIdentity(Path key, Path certificate) {

    private static final String PASSWORD = "of the tests";
    private static final String ALIAS = "server";

    /** Makes one for that host name. */
    public static TlsIdentity of(String host, Path directory) {
        Path store = directory.resolve(host + ".p12");
        try {
            Files.deleteIfExists(store);
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=" + host,
                            "-ext",
                            "san=dns:" + host,
                            "-validity",
                            "30",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return new TlsIdentity(
                    written(
                            directory.resolve(host + ".key"),
                            "PRIVATE KEY",
                            entry(store).getPrivateKey().getEncoded()),
                    written(
                            directory.resolve(host + ".pem"),
                            "CERTIFICATE",
                            entry(store).getCertificate().getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a server that shows this certificate makes its sockets with. */
    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(storeOf(certificate)), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path storeOf(Path certificate) {
        return certificate.resolveSibling(certificate.getFileName().toString().replaceFirst("\\.pem$", ".p12"));
    }

    private static KeyStore.PrivateKeyEntry entry(Path file) throws IOException, GeneralSecurityException {
        return (KeyStore.PrivateKeyEntry)
                store(file).getEntry(ALIAS, new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static Path written(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
