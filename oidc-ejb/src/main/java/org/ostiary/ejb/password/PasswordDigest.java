package org.ostiary.ejb.password;

/**
 * A stored password digest, in one of the formats that Authelia's {@code users_database.yml} allows.
 *
 * <table>
 * <caption>Formats and bounds</caption>
 * <tr><th>prefix</th><th>class</th><th>at most</th></tr>
 * <tr><td>{@code $argon2id$ $argon2i$ $argon2d$}</td><td>{@link Argon2Digest}</td>
 *     <td>256 MiB, memory times passes 1 GiB</td></tr>
 * <tr><td>{@code $2a$ $2b$ $2x$ $2y$ $bcrypt-sha256$}</td><td>{@link BcryptDigest}</td><td>cost 15</td></tr>
 * <tr><td>{@code $scrypt$}</td><td>{@link ScryptDigest}</td><td>128 MiB, N*r*p of 2^22</td></tr>
 * <tr><td>{@code $pbkdf2$ $pbkdf2-sha1$ -sha224 -sha256 -sha384 -sha512}</td><td>{@link Pbkdf2Digest}</td>
 *     <td>2,000,000 iterations</td></tr>
 * <tr><td>{@code $5$ $6$}</td><td>{@link ShaCryptDigest}</td><td>1,000,000 rounds</td></tr>
 * </table>
 *
 * <p>The bounds keep a hostile digest from eating the server. At them, one verification takes about one to
 * two seconds of an idle core.
 */
public sealed interface PasswordDigest permits Argon2Digest, BcryptDigest, ScryptDigest, Pbkdf2Digest, ShaCryptDigest {

    /**
     * Reads a digest. A leading <code>{CRYPT}</code>, which old versions of Authelia wrote, is skipped.
     *
     * @throws MalformedDigestException when it is of no known format, damaged, or too costly to verify
     */
    static PasswordDigest parse(String text) {
        DigestFields fields = DigestFields.split(text);
        return switch (fields.algorithm()) {
            case "argon2id", "argon2i", "argon2d" -> Argon2Digest.of(fields);
            case "2a", "2b", "2x", "2y" -> BcryptDigest.of(fields);
            case "bcrypt-sha256" -> BcryptDigest.ofSha256(fields);
            case "scrypt" -> ScryptDigest.of(fields);
            case "pbkdf2", "pbkdf2-sha1", "pbkdf2-sha224", "pbkdf2-sha256", "pbkdf2-sha384", "pbkdf2-sha512" ->
                Pbkdf2Digest.of(fields);
            case "5", "6" -> ShaCryptDigest.of(fields);
            default -> throw new MalformedDigestException(refusal(fields.algorithm()));
        };
    }

    /** Whether the digest is of these bytes; takes the same time whichever byte differs. */
    boolean matches(byte[] password);

    private static String refusal(String algorithm) {
        return switch (algorithm) {
            case "y", "gy", "7" ->
                "is of yescrypt or a relative, which is not supported; make a new digest with argon2id";
            case "1", "apr1" -> "is of MD5 crypt, which is too weak and not supported; make a new digest with argon2id";
            case "2" -> "is of bcrypt version $2$, which is not supported; make a new digest with argon2id";
            case "plaintext", "base64" -> "is no digest but plain text; make a digest with argon2id";
            default ->
                "is not of a known format; known are argon2id, argon2i, argon2d, bcrypt, bcrypt-sha256, scrypt, pbkdf2"
                        + " and sha2crypt";
        };
    }
}
