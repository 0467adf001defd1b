package org.ostiary.ejb.keys;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jose4j.jca.ProviderContext;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.config.SignatureProvider;

/**
 * Which implementation computes signatures: Amazon's native one where it loads, because RSA is the largest single cost of
 * a login and Java's own is four times slower; else Java's own.
 */
@ApplicationScoped
public class SignatureEngine {

    private static final Logger LOG = Logger.getLogger(SignatureEngine.class.getName());

    private final @Nullable Provider provider;

    /** For CDI. */
    protected SignatureEngine() {
        this.provider = null;
    }

    @Inject
    public SignatureEngine(ProviderConfig config) {
        this(config.signatureProvider());
    }

    /** The engine of that choice. */
    public SignatureEngine(SignatureProvider choice) {
        this.provider = choice == SignatureProvider.JDK ? null : corretto(choice);
    }

    private static @Nullable Provider corretto(SignatureProvider choice) {
        try {
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
            register(AmazonCorrettoCryptoProvider.INSTANCE);
            return AmazonCorrettoCryptoProvider.INSTANCE;
        } catch (RuntimeException | LinkageError e) {
            if (choice == SignatureProvider.CORRETTO) {
                throw new IllegalStateException(
                        "oidc.signature-provider = corretto, but its native library does not load here;"
                                + " set auto or jdk",
                        e);
            }
            LOG.log(Level.FINE, "The native signature provider does not load", e);
            return null;
        }
    }

    /**
     * Makes the provider the one of its name. An application that was deployed before in the same server left its own behind,
     * whose classes nobody can load any more, and Java would keep that one.
     */
    private static void register(Provider provider) {
        if (!provider.getClass().isInstance(Security.getProvider(provider.getName()))) {
            Security.removeProvider(provider.getName());
            Security.addProvider(provider);
        }
    }

    /** What the banner says. */
    public String name() {
        return provider == null ? "Java's own" : provider.getName() + " " + provider.getVersionStr();
    }

    /** The key as this engine wants it: a key of another provider would be translated again at every signature. */
    PrivateKey translate(PrivateKey key) {
        String name = providerOf("KeyFactory", key.getAlgorithm());
        if (name == null) {
            return key;
        }
        try {
            return KeyFactory.getInstance(key.getAlgorithm(), name)
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signature provider refuses a signing key", e);
        }
    }

    /** For jose4j; Java's own where the native one does not know keys of that kind. */
    ProviderContext context(PrivateKey key) {
        ProviderContext context = new ProviderContext();
        context.getSuppliedKeyProviderContext().setSignatureProvider(providerOf("KeyFactory", key.getAlgorithm()));
        return context;
    }

    /** The name of the native provider where it offers that service; null stands for Java's own. */
    @Nullable
    String providerOf(String service, String algorithm) {
        return provider == null || provider.getService(service, algorithm) == null ? null : provider.getName();
    }
}
