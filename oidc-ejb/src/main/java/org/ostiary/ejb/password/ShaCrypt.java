package org.ostiary.ejb.password;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Ulrich Drepper's "Unix crypt using SHA-256 and SHA-512", version 0.4, step by step; neither the JDK nor Bouncy Castle
 * has it. The step numbers are those of that document.
 */
enum ShaCrypt {
    SHA_256("SHA-256", 32, 43),
    SHA_512("SHA-512", 64, 86);

    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final String algorithm;
    private final int size;
    private final int characters;

    ShaCrypt(String algorithm, int size, int characters) {
        this.algorithm = algorithm;
        this.size = size;
        this.characters = characters;
    }

    /** Characters of the encoded hash. */
    int characters() {
        return characters;
    }

    /** The encoded hash, without prefix, rounds and salt. */
    String compute(byte[] password, byte[] salt, int rounds) {
        MessageDigest sha = sha();
        byte[] hash = start(sha, password, salt);
        byte[] p = sequenceOfPassword(sha, password);
        byte[] s = sequenceOfSalt(sha, salt, 16 + (hash[0] & 0xff));
        for (int round = 0; round < rounds; round++) {
            hash = round(sha, round, hash, p, s);
        }
        return encode(hash);
    }

    /** Steps 1 to 12: digest A, with the help of digest B. */
    private byte[] start(MessageDigest sha, byte[] password, byte[] salt) {
        sha.update(password);
        sha.update(salt);
        byte[] b = sha.digest(password);
        sha.update(password);
        sha.update(salt);
        sha.update(repeated(b, password.length));
        for (int bits = password.length; bits > 0; bits >>= 1) {
            sha.update((bits & 1) == 1 ? b : password);
        }
        return sha.digest();
    }

    /** Steps 13 to 16: digest DP, and from it the sequence P, as long as the password. */
    private byte[] sequenceOfPassword(MessageDigest sha, byte[] password) {
        for (int i = 0; i < password.length; i++) {
            sha.update(password);
        }
        return repeated(sha.digest(), password.length);
    }

    /** Steps 17 to 20: digest DS, and from it the sequence S, as long as the salt. */
    private byte[] sequenceOfSalt(MessageDigest sha, byte[] salt, int times) {
        for (int i = 0; i < times; i++) {
            sha.update(salt);
        }
        return repeated(sha.digest(), salt.length);
    }

    /** Step 21: digest C. */
    private static byte[] round(MessageDigest sha, int round, byte[] previous, byte[] p, byte[] s) {
        boolean odd = (round & 1) == 1;
        sha.update(odd ? p : previous);
        if (round % 3 != 0) {
            sha.update(s);
        }
        if (round % 7 != 0) {
            sha.update(p);
        }
        return sha.digest(odd ? previous : p);
    }

    /**
     * Step 22: three bytes at a time, lowest six bits first. The places of the next three follow from the last three:
     * each moves on by one, and they change their order.
     */
    private String encode(byte[] hash) {
        StringBuilder text = new StringBuilder(characters);
        int third = size / 3;
        int[] at = {0, third, 2 * third};
        for (int group = 0; group < third; group++) {
            append(text, hash[at[0]], hash[at[1]], hash[at[2]], 4);
            at = this == SHA_512
                    ? new int[] {at[1] + 1, at[2] + 1, at[0] + 1}
                    : new int[] {at[2] + 1, at[0] + 1, at[1] + 1};
        }
        if (this == SHA_512) {
            append(text, (byte) 0, (byte) 0, hash[63], 2);
        } else {
            append(text, (byte) 0, hash[31], hash[30], 3);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, byte high, byte middle, byte low, int count) {
        int bits = (high & 0xff) << 16 | (middle & 0xff) << 8 | (low & 0xff);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(bits & 0x3f));
            bits >>>= 6;
        }
    }

    /** As many bytes as wanted: the block again and again, the last time only its beginning. */
    private static byte[] repeated(byte[] block, int length) {
        byte[] bytes = Arrays.copyOf(block, length);
        for (int at = block.length; at < length; at += block.length) {
            System.arraycopy(block, 0, bytes, at, Math.min(block.length, length - at));
        }
        return bytes;
    }

    private MessageDigest sha() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }
}
