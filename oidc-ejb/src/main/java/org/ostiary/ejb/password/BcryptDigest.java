package org.ostiary.ejb.password;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * bcrypt, as {@code $2b$12$…}, and passlib's bcrypt-sha256 in its version 2, as
 * {@code $bcrypt-sha256$v=2,t=2b,r=12$salt$hash}, where bcrypt hashes an HMAC of the password under the salt.
 *
 * <p>Plain bcrypt knows only the first 72 bytes of a password. Like Authelia when it verifies, we leave the others
 * out of account, because digests of longer passwords were made by programs that did so too. bcrypt-sha256 has no such
 * limit. A digest of the version {@code 2x}, made by a library that misread bytes above 127, is right for ASCII
 * passwords only, so other passwords do not match it.
 */
final class BcryptDigest implements PasswordDigest {

    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SALT_CHARACTERS = 22;
    private static final int HASH_CHARACTERS = 31;
    private static final int MINIMUM_COST = 4;
    private static final int MAXIMUM_COST = 15;
    private static final Set<String> PARAMETERS = Set.of("v", "t", "r");

    private final String canonical;
    private final String salt;
    private final boolean sha256;
    private final boolean asciiOnly;

    private BcryptDigest(int cost, String salt, String hash, boolean sha256, boolean asciiOnly) {
        // One version for all: they differ only in mistakes of their first implementations.
        this.canonical = "$2b$%02d$%s%s".formatted(cost, salt, hash);
        this.salt = salt;
        this.sha256 = sha256;
        this.asciiOnly = asciiOnly;
    }

    static BcryptDigest of(DigestFields digest) {
        List<String> fields = digest.named("cost", "salt and hash");
        int cost = DigestFields.number("cost", fields.get(0), MINIMUM_COST, MAXIMUM_COST);
        String saltAndHash = fields.get(1);
        if (saltAndHash.length() != SALT_CHARACTERS + HASH_CHARACTERS) {
            throw new MalformedDigestException("salt and hash have " + saltAndHash.length() + " characters instead of "
                    + (SALT_CHARACTERS + HASH_CHARACTERS));
        }
        String salt = salt(saltAndHash.substring(0, SALT_CHARACTERS));
        String hash = hash(saltAndHash.substring(SALT_CHARACTERS));
        return new BcryptDigest(cost, salt, hash, false, digest.algorithm().equals("2x"));
    }

    static BcryptDigest ofSha256(DigestFields digest) {
        List<String> fields = digest.named("parameters", "salt", "hash");
        DigestParameters parameters = DigestParameters.parse(fields.get(0), PARAMETERS);
        if (!parameters.text("v").equals("2")) {
            throw new MalformedDigestException("is not bcrypt-sha256 version 2 (v=2)");
        }
        if (!Set.of("2a", "2b", "2y").contains(parameters.text("t"))) {
            throw new MalformedDigestException("t is not 2a, 2b or 2y");
        }
        int cost = parameters.number("r", MINIMUM_COST, MAXIMUM_COST);
        return new BcryptDigest(cost, salt(fields.get(1)), hash(fields.get(2)), true, false);
    }

    @Override
    public boolean matches(byte[] password) {
        boolean right = OpenBSDBCrypt.checkPassword(canonical, sha256 ? mac(password) : password);
        return right && !(asciiOnly && hasBytesAbove127(password));
    }

    private byte[] mac(byte[] password) {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(salt.getBytes(StandardCharsets.US_ASCII)));
        hmac.update(password, 0, password.length);
        byte[] mac = new byte[hmac.getMacSize()];
        hmac.doFinal(mac, 0);
        return Base64.getEncoder().encode(mac);
    }

    private static boolean hasBytesAbove127(byte[] password) {
        for (byte b : password) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    /** The salt with the four unused bits of its last character cleared: some programs leave chance in them. */
    private static String salt(String text) {
        requireAlphabet("salt", text, SALT_CHARACTERS);
        int last = ALPHABET.indexOf(text.charAt(SALT_CHARACTERS - 1));
        return text.substring(0, SALT_CHARACTERS - 1) + ALPHABET.charAt(last & 0x30);
    }

    private static String hash(String text) {
        requireAlphabet("hash", text, HASH_CHARACTERS);
        return text;
    }

    private static void requireAlphabet(String name, String text, int length) {
        if (text.length() != length || !text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new MalformedDigestException(name + " is not " + length + " characters of bcrypt's base64");
        }
    }
}
