package org.ostiary.ejb.password;

import java.util.Base64;
import java.util.List;

/**
 * What stands between the dollar signs of a digest. Its refusals name a field and a bound, and repeat nothing of the
 * digest except numbers that were understood as such.
 */
final class DigestFields {

    /** What a database column holds. */
    private static final int MAXIMUM_LENGTH = 512;

    private static final String OLD_PREFIX = "{CRYPT}";

    private final String algorithm;
    private final List<String> rest;

    private DigestFields(String algorithm, List<String> rest) {
        this.algorithm = algorithm;
        this.rest = rest;
    }

    static DigestFields split(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new MalformedDigestException("is longer than " + MAXIMUM_LENGTH + " characters");
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new MalformedDigestException("has a character that no digest has (blank, control or not ASCII)");
        }
        String digest = text.startsWith(OLD_PREFIX) ? text.substring(OLD_PREFIX.length()) : text;
        List<String> fields = List.of(digest.split("\\$", -1));
        if (fields.size() < 3 || !fields.get(0).isEmpty()) {
            throw new MalformedDigestException("is not a digest; a digest begins with $, as $argon2id$v=19$… does");
        }
        return new DigestFields(fields.get(1), fields.subList(2, fields.size()));
    }

    String algorithm() {
        return algorithm;
    }

    /** The fields after the algorithm; {@code names} says how many there must be and what they are. */
    List<String> named(String... names) {
        if (rest.size() != names.length) {
            throw new MalformedDigestException("has " + rest.size() + " fields after the algorithm instead of "
                    + names.length + ": " + String.join(", ", names));
        }
        return rest;
    }

    /** How many fields follow the algorithm. */
    int count() {
        return rest.size();
    }

    static int number(String name, String value, int minimum, int maximum) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new MalformedDigestException(name + " is not a number");
        }
        int number = Integer.parseInt(value);
        if (number < minimum || number > maximum) {
            throw new MalformedDigestException(name + " is " + number + "; accepted are " + minimum + " to " + maximum);
        }
        return number;
    }

    /** Base64 of RFC 4648, section 4, without padding. */
    static byte[] base64(String name, String value, int minimum, int maximum) {
        byte[] bytes = decode(name, value);
        if (bytes.length < minimum || bytes.length > maximum) {
            throw new MalformedDigestException(
                    name + " has " + bytes.length + " bytes; accepted are " + minimum + " to " + maximum);
        }
        return bytes;
    }

    private static byte[] decode(String name, String value) {
        if (value.indexOf('=') >= 0) {
            throw new MalformedDigestException(name + " is padded base64; digests have base64 without padding");
        }
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException damaged) {
            // The cause would repeat a character of the digest.
            throw new MalformedDigestException(name + " is not base64");
        }
    }
}
