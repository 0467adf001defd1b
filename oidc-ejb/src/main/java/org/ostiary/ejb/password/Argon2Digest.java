package org.ostiary.ejb.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2 (RFC 9106), version 19, as {@code $argon2id$v=19$m=65536,t=3,p=4$salt$hash}. */
final class Argon2Digest implements PasswordDigest {

    /** Bytes of the salt of a new digest. */
    static final int SALT_LENGTH = 16;

    private static final int HASH_LENGTH = 32;
    private static final Set<String> PARAMETERS = Set.of("m", "t", "p", "k");

    /** As long and as costly as a new one, of nothing. */
    static final Argon2Digest BLANK =
            new Argon2Digest(Argon2Parameters.ARGON2_id, Argon2Cost.OURS, new byte[SALT_LENGTH], new byte[HASH_LENGTH]);

    private final int type;
    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Digest(int type, Argon2Cost cost, byte[] salt, byte[] hash) {
        this.type = type;
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Digest of(DigestFields digest) {
        List<String> fields = digest.named("v=19", "parameters", "salt", "hash");
        if (!fields.get(0).equals("v=19")) {
            throw new MalformedDigestException("is not Argon2 version 19 (v=19)");
        }
        Argon2Cost cost = Argon2Cost.of(DigestParameters.parse(fields.get(1), PARAMETERS));
        byte[] salt = DigestFields.base64("salt", fields.get(2), 8, 64);
        byte[] hash = DigestFields.base64("hash", fields.get(3), 16, 64);
        return new Argon2Digest(type(digest.algorithm()), cost, salt, hash);
    }

    /** A new Argon2id digest of {@link Argon2Cost#OURS our cost}. */
    static Argon2Digest create(byte[] password, byte[] salt) {
        int type = Argon2Parameters.ARGON2_id;
        return new Argon2Digest(
                type, Argon2Cost.OURS, salt, compute(type, Argon2Cost.OURS, salt, password, HASH_LENGTH));
    }

    @Override
    public boolean matches(byte[] password) {
        return MessageDigest.isEqual(hash, compute(type, cost, salt, password, hash.length));
    }

    /** Whether it is what Ostiary writes today. */
    boolean current() {
        return type == Argon2Parameters.ARGON2_id
                && cost.equals(Argon2Cost.OURS)
                && salt.length >= SALT_LENGTH
                && hash.length == HASH_LENGTH;
    }

    /** The digest in PHC string format; of {@link #create created} digests and {@link #BLANK} only. */
    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] compute(int type, Argon2Cost cost, byte[] salt, byte[] password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(type)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }

    private static int type(String algorithm) {
        return switch (algorithm) {
            case "argon2d" -> Argon2Parameters.ARGON2_d;
            case "argon2i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_id;
        };
    }
}
