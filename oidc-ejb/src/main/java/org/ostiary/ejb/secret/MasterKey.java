package org.ostiary.ejb.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.random.SecureTokens;

/**
 * The one secret of an installation, 256 bits, and the subkeys derived from it, one for each purpose (RFC 5869, with the
 * master key as the pseudorandom key).
 */
@ApplicationScoped
public class MasterKey {

    private static final int BYTES = 32;
    private static final int NAME_BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private final boolean generated;

    /** For CDI. */
    protected MasterKey() {
        this(new byte[BYTES], false);
    }

    /** The key that the configuration names, generated when there is none yet. */
    @Inject
    public MasterKey(ProviderConfig config, SecureTokens random) {
        this(MasterKeyFile.keyOf(config, random));
    }

    private MasterKey(MasterKey other) {
        this(other.key, other.generated);
    }

    /** A key of 32 bytes. */
    public MasterKey(byte[] key, boolean generated) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("A master key has " + BYTES + " bytes, not " + key.length);
        }
        this.key = key.clone();
        this.generated = generated;
    }

    /** Whether this start generated the key, so that the operator must be told to keep it safe. */
    public boolean generated() {
        return generated;
    }

    /** What it is called where people read of it, which tells nothing about it: 16 characters. */
    public String name() {
        return HexFormat.of()
                .formatHex(subkey("ostiary name of the master key", ALGORITHM).getEncoded(), 0, NAME_BYTES);
    }

    /** The subkey for a purpose, 32 bytes; another purpose has an unrelated one. */
    SecretKeySpec subkey(String purpose, String algorithm) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
            byte[] firstBlock = Arrays.copyOf(info, info.length + 1);
            firstBlock[info.length] = 1;
            return new SecretKeySpec(mac.doFinal(firstBlock), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
