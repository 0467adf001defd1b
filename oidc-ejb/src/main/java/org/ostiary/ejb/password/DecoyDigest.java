package org.ostiary.ejb.password;

/**
 * A digest of nobody, that costs as much to compare with as the one it was made of.
 *
 * @param prefix the digest up to its salt, which says all of the cost
 * @param text the whole, with a blank salt and a blank hash
 */
public record DecoyDigest(String prefix, String text) {

    /** Costs what digests cost that are made today. */
    public static final DecoyDigest OURS = of(Argon2Digest.BLANK.phc());

    /**
     * The decoy of a digest.
     *
     * @throws MalformedDigestException when it is no digest that can be verified
     */
    public static DecoyDigest of(String digest) {
        PasswordDigest.parse(digest);
        boolean bcrypt = digest.matches("(\\{CRYPT\\})?\\$2[abxy]\\$.*");
        int hash = digest.lastIndexOf('$') + 1;
        // Plain bcrypt writes salt and hash as one.
        int secret = bcrypt ? hash : digest.lastIndexOf('$', hash - 2) + 1;
        String prefix = digest.substring(0, secret);
        return new DecoyDigest(prefix, prefix + blank(digest.substring(secret), zero(prefix)));
    }

    private static String blank(String saltAndHash, String zero) {
        return saltAndHash.replaceAll("[^$]", zero);
    }

    /** What a zero looks like: bcrypt and SHA-crypt have an alphabet of their own. */
    private static String zero(String prefix) {
        return prefix.matches("(\\{CRYPT\\})?\\$(2[abxy]|bcrypt-sha256|5|6)\\$.*") ? "." : "A";
    }
}
