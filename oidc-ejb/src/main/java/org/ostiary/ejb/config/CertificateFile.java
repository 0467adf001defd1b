package org.ostiary.ejb.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/** A file of certificates in PEM, of authorities that an operator trusts. */
public final class CertificateFile {

    private CertificateFile() {}

    /**
     * The certificates of a file, at least one.
     *
     * @throws IOException when it cannot be read, or holds none
     */
    public static List<Certificate> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> certificates =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (certificates.isEmpty()) {
                throw new IOException("it is empty");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
