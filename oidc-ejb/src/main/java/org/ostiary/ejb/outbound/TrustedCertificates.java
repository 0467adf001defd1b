package org.ostiary.ejb.outbound;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.CertificateFile;

/**
 * Whose servers are believed when this one connects by TLS. Each method takes an operator's file of certificates in PEM, or null
 * for none, and throws {@link IllegalStateException} when it holds none that can be read.
 */
public final class TrustedCertificates {

    private TrustedCertificates() {}

    /** Those of the file and no others; without a file the platform's. */
    public static SSLContext only(@Nullable Path file) {
        try {
            return context(file == null ? null : store(CertificateFile.read(file)));
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The platform's, and those of the file besides. */
    public static SSLContext besidesThePlatforms(@Nullable Path file) {
        if (file == null) {
            return only(null);
        }
        try {
            Stream<? extends Certificate> platforms = Arrays.stream(managers(null))
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
            return context(store(Stream.concat(platforms, CertificateFile.read(file).stream())
                    .toList()));
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SSLContext context(@Nullable KeyStore trusted) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(trusted), null);
        return context;
    }

    private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }

    private static KeyStore store(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate each : certificates) {
            store.setCertificateEntry("certificate-" + number, each);
            number++;
        }
        return store;
    }

    private static IllegalStateException unreadable(@Nullable Path file, Exception cause) {
        return new IllegalStateException(
                file + " holds no certificates in PEM that can be read: " + cause.getMessage(), cause);
    }
}
