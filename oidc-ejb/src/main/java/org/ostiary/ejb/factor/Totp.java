package org.ostiary.ejb.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords as every authenticator app knows them: SHA-1, six digits, 30 seconds (RFC 6238, section 4). */
final class Totp {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    /** How long after its end a step still counts, for who types slowly or has a clock that is behind. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final String ALGORITHM = "HmacSHA1";
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** The steps whose codes count at the moment, the current one first; never one that has not begun (RFC 6238, section 5.2). */
    static List<Long> acceptable(Instant now) {
        long current = stepAt(now);
        Instant begin = Instant.ofEpochSecond(current * STEP.toSeconds());
        return now.isBefore(begin.plus(GRACE)) ? List.of(current, current - 1) : List.of(current);
    }

    static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of a step (RFC 4226, section 5.3). */
    static String code(byte[] seed, long step) {
        byte[] hash = hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", truncated % MODULUS);
    }

    private static byte[] hmac(byte[] seed, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
