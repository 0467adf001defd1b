package org.ostiary.ejb.password;

import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.generators.SCrypt;

/** scrypt (RFC 7914), as {@code $scrypt$ln=16,r=8,p=1$salt$hash}; {@code ln} is the binary logarithm of N. */
final class ScryptDigest implements PasswordDigest {

    private static final Set<String> PARAMETERS = Set.of("ln", "r", "p");

    private static final long MAXIMUM_MEBIBYTES = 128;
    private static final long MAXIMUM_WORK = 1L << 22;

    private final int n;
    private final int r;
    private final int p;
    private final byte[] salt;
    private final byte[] hash;

    private ScryptDigest(int n, int r, int p, byte[] salt, byte[] hash) {
        this.n = n;
        this.r = r;
        this.p = p;
        this.salt = salt;
        this.hash = hash;
    }

    static ScryptDigest of(DigestFields digest) {
        List<String> fields = digest.named("parameters", "salt", "hash");
        DigestParameters parameters = DigestParameters.parse(fields.get(0), PARAMETERS);
        int ln = parameters.number("ln", 1, 20, 16);
        int r = parameters.number("r", 1, 64, 8);
        int p = parameters.number("p", 1, 64, 1);
        requireAffordable(1L << ln, r, p);
        byte[] salt = DigestFields.base64("salt", fields.get(1), 8, 64);
        byte[] hash = DigestFields.base64("hash", fields.get(2), 16, 64);
        return new ScryptDigest(1 << ln, r, p, salt, hash);
    }

    private static void requireAffordable(long n, int r, int p) {
        long mebibytes = 128 * n * r / (1024 * 1024);
        if (mebibytes > MAXIMUM_MEBIBYTES) {
            throw new MalformedDigestException(
                    "needs " + mebibytes + " MiB; accepted are at most " + MAXIMUM_MEBIBYTES);
        }
        if (n * r * p > MAXIMUM_WORK) {
            throw new MalformedDigestException(
                    "2^ln times r times p is " + n * r * p + "; accepted are at most " + MAXIMUM_WORK);
        }
        // RFC 7914, section 2: N is less than 2^(128 * r / 8).
        if (r == 1 && n >= 1 << 16) {
            throw new MalformedDigestException("with r=1, ln must be below 16");
        }
    }

    @Override
    public boolean matches(byte[] password) {
        return MessageDigest.isEqual(hash, SCrypt.generate(password, salt, n, r, p, hash.length));
    }
}
