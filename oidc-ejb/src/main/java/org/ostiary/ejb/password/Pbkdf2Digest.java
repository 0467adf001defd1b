package org.ostiary.ejb.password;

import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * PBKDF2 (RFC 8018, section 5.2), as {@code $pbkdf2-sha512$310000$salt$hash}; {@code $pbkdf2$} means SHA-1. Salt and hash
 * are in passlib's adapted base64: without padding, and with a dot in the place of the plus.
 */
final class Pbkdf2Digest implements PasswordDigest {

    private static final int MAXIMUM_ITERATIONS = 2_000_000;

    private final Supplier<Digest> function;
    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private Pbkdf2Digest(Supplier<Digest> function, int iterations, byte[] salt, byte[] hash) {
        this.function = function;
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    static Pbkdf2Digest of(DigestFields digest) {
        List<String> fields = digest.named("iterations", "salt", "hash");
        Supplier<Digest> function = function(digest.algorithm());
        int iterations = DigestFields.number("iterations", fields.get(0), 1, MAXIMUM_ITERATIONS);
        byte[] salt = adapted("salt", fields.get(1), 8, 64);
        // No longer than the function's own output: each further block would cost all iterations again.
        byte[] hash = adapted("hash", fields.get(2), 16, function.get().getDigestSize());
        return new Pbkdf2Digest(function, iterations, salt, hash);
    }

    @Override
    public boolean matches(byte[] password) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(function.get());
        generator.init(password, salt, iterations);
        KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(8 * hash.length);
        return MessageDigest.isEqual(hash, key.getKey());
    }

    private static byte[] adapted(String name, String value, int minimum, int maximum) {
        if (value.indexOf('+') >= 0) {
            throw new MalformedDigestException(name + " is not adapted base64, which has . in the place of +");
        }
        return DigestFields.base64(name, value.replace('.', '+'), minimum, maximum);
    }

    private static Supplier<Digest> function(String algorithm) {
        return switch (algorithm) {
            case "pbkdf2-sha224" -> SHA224Digest::new;
            case "pbkdf2-sha256" -> SHA256Digest::new;
            case "pbkdf2-sha384" -> SHA384Digest::new;
            case "pbkdf2-sha512" -> SHA512Digest::new;
            default -> SHA1Digest::new;
        };
    }
}
