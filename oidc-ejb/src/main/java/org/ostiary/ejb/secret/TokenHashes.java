package org.ostiary.ejb.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes of the random values that this provider hands out, so that the database holds none that can be used, and marks
 * on texts that prove we wrote them. Both are HMAC-SHA-256 under subkeys of a root that {@link RootSecretService} keeps
 * sealed, so that they outlive the master key.
 */
@ApplicationScoped
public class TokenHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private record Keys(SecretKeySpec hash, SecretKeySpec mark, SecretKeySpec successor, SecretKeySpec trail) {
        static Keys of(MasterKey root) {
            return new Keys(
                    root.subkey("ostiary token hash", ALGORITHM),
                    root.subkey("ostiary mark", ALGORITHM),
                    root.subkey("ostiary successor", ALGORITHM),
                    root.subkey("ostiary audit trail", ALGORITHM));
        }
    }

    private volatile Keys keys;

    /** For CDI. */
    protected TokenHashes() {
        this(new MasterKey());
    }

    @Inject
    public TokenHashes(MasterKey masterKey) {
        this.keys = Keys.of(masterKey);
    }

    /** Makes everything from now on with this root; before the first request only. */
    void root(byte[] root) {
        keys = Keys.of(new MasterKey(root, false));
    }

    /** The hash to store or to look up instead of a handle, code or token: 43 characters. */
    public String hash(String token) {
        return hmac(keys.hash(), token);
    }

    /** A mark that only this installation can put on the text: 43 characters. */
    public String mark(String text) {
        return hmac(keys.mark(), text);
    }

    /** The 256 bits that follow from a token and nobody else can compute: 43 characters. */
    public String successor(String token) {
        return hmac(keys.successor(), token);
    }

    /** A mark that only this installation can put on a text of the audit trail: 43 characters. */
    public String trailMark(String text) {
        return hmac(keys.trail(), text);
    }

    /** Whether two hashes or marks are equal, in a time that does not tell where they differ. */
    public boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
