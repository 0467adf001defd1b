package org.ostiary.it.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key and its self-made certificate, as files in PEM.
 *
 * @param certificate what a client is to trust
 */
record TlsIdentity(Path key, Path certificate) {

    private static final String PASSWORD = "of the tests";

    /** Makes one for that host name. */
    static TlsIdentity of(String host, Path directory) {
        Path store = directory.resolve(host + ".p12");
        try {
            Files.deleteIfExists(store);
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "slapd",
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

    private static KeyStore.PrivateKeyEntry entry(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return (KeyStore.PrivateKeyEntry)
                store.getEntry("slapd", new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
    }

    private static Path written(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
