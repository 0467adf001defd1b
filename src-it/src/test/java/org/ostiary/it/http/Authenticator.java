package org.ostiary.it.http;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts.TestAccount;

/**
 * A person's authenticator app (RFC 6238), which remembers the code it showed last: each works once. Tests that need many
 * browsers with two factors should copy one that has them.
 */
public final class Authenticator {
    private static final Map<String, Authenticator> APPS = new ConcurrentHashMap<>();
    private static final long STEP = 30;

    private final byte[] seed;
    private final Deque<String> recoveryCodes = new ArrayDeque<>();
    private long lastStep;

    private Authenticator(String key) {
        BigInteger bits = BigInteger.ZERO;
        String letters = key.replaceAll("[^A-Z2-7]", "");
        for (int at = 0; at < letters.length(); at++) {
            char each = letters.charAt(at);
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each)));
        }
        byte[] padded = bits.toByteArray();
        seed = new byte[letters.length() * 5 / 8];
        for (int at = 1; at <= Math.min(seed.length, padded.length); at++) {
            seed[seed.length - at] = padded[padded.length - at];
        }
    }

    /** A new app with the key that the server offered to this person. */
    public static Authenticator added(OstiaryServer server, TestAccount account, String key) {
        Authenticator app = new Authenticator(key);
        APPS.put(name(server, account), app);
        return app;
    }

    /** The app of this person; fails when none was added yet. */
    public static Authenticator of(OstiaryServer server, TestAccount account) {
        return find(server, account).orElseThrow(() -> new AssertionError(account.username() + " has no app yet"));
    }

    /** The app of this person, if one was added. */
    public static Optional<Authenticator> find(OstiaryServer server, TestAccount account) {
        return Optional.ofNullable(APPS.get(name(server, account)));
    }

    void keep(List<String> codes) {
        recoveryCodes.addAll(codes);
    }

    /** The next of the recovery codes that came with the app; there are ten. */
    public synchronized String recoveryCode() {
        return recoveryCodes.remove();
    }

    /** A code that was not used yet: the server takes none twice, so this may wait for the next one. */
    public synchronized String freshCode() {
        long step = Math.max(now() / STEP, lastStep + 1);
        // The server never takes a code whose step has not begun; it shares this clock.
        while (now() / STEP < step) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        lastStep = step;
        return code(step);
    }

    /** The code so many steps from now, used or not. */
    public String codeIn(int steps) {
        return code(now() / STEP + steps);
    }

    /** A code that is far from being right. */
    public String wrongCode() {
        for (int candidate = 0; ; candidate++) {
            String code = String.format("%06d", candidate);
            boolean near = false;
            for (int step = -3; step <= 3; step++) {
                near |= code.equals(codeIn(step));
            }
            if (!near) {
                return code;
            }
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(OstiaryServer server, TestAccount account) {
        return server.address() + " " + account.username();
    }
}
