package org.ostiary.ejb.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/** SHA-crypt with SHA-256 or SHA-512, as {@code $6$rounds=50000$salt$hash}; without {@code rounds} it is 5,000. */
final class ShaCryptDigest implements PasswordDigest {

    private static final int DEFAULT_ROUNDS = 5_000;
    private static final int MINIMUM_ROUNDS = 1_000;
    private static final int MAXIMUM_ROUNDS = 1_000_000;
    private static final int MAXIMUM_SALT = 16;

    private final ShaCrypt function;
    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private ShaCryptDigest(ShaCrypt function, int rounds, byte[] salt, byte[] hash) {
        this.function = function;
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    static ShaCryptDigest of(DigestFields digest) {
        ShaCrypt function = digest.algorithm().equals("5") ? ShaCrypt.SHA_256 : ShaCrypt.SHA_512;
        boolean withRounds = digest.count() == 3;
        List<String> fields = withRounds ? digest.named("rounds", "salt", "hash") : digest.named("salt", "hash");
        int rounds = withRounds ? rounds(fields.get(0)) : DEFAULT_ROUNDS;
        String salt = fields.get(fields.size() - 2);
        String hash = fields.get(fields.size() - 1);
        if (salt.length() > MAXIMUM_SALT) {
            throw new MalformedDigestException(
                    "salt has " + salt.length() + " characters; accepted are at most " + MAXIMUM_SALT);
        }
        if (hash.length() != function.characters() || !hash.matches("[./0-9A-Za-z]*")) {
            throw new MalformedDigestException(
                    "hash is not " + function.characters() + " characters of SHA-crypt's base64");
        }
        return new ShaCryptDigest(function, rounds, ascii(salt), ascii(hash));
    }

    @Override
    public boolean matches(byte[] password) {
        return MessageDigest.isEqual(hash, ascii(function.compute(password, salt, rounds)));
    }

    private static int rounds(String field) {
        return DigestParameters.parse(field, Set.of("rounds")).number("rounds", MINIMUM_ROUNDS, MAXIMUM_ROUNDS);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
