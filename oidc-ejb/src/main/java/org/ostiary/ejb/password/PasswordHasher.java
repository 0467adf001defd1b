package org.ostiary.ejb.password;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and verifies passwords, a bounded number at the same time: each new hash takes 19 MiB and some tens of
 * milliseconds.
 *
 * <p>Every verification computes exactly one hash, for an unknown account and an empty password too, so that the time does
 * not tell which accounts exist. That holds among digests that Ostiary wrote; where others were imported, whoever refuses a
 * password {@link #compareInVain compares it in vain} with the other kinds as well. Only a password that no digest can be
 * of, because it is too long or not text, is refused before anything is computed, whoever the account is.
 */
public class PasswordHasher {

    private static final byte[] NO_ONES_SALT = new byte[Argon2Digest.SALT_LENGTH];

    private final Semaphore places;
    private final Duration longestWait;
    private final IntFunction<byte[]> randomBytes;
    private final LongConsumer stopwatch;

    /** For the proxy, which delegates and hashes nothing itself. */
    protected PasswordHasher() {
        this(1, Duration.ZERO, length -> {
            throw new IllegalStateException("a proxy hashes nothing");
        });
    }

    /**
     * A hasher.
     *
     * @param concurrency how many hashes are computed at the same time, at least 1
     * @param longestWait how long a caller waits for its turn
     * @param randomBytes gives as many random bytes as asked for
     */
    public PasswordHasher(int concurrency, Duration longestWait, IntFunction<byte[]> randomBytes) {
        this(concurrency, longestWait, randomBytes, nanos -> {});
    }

    /**
     * A hasher that tells how long each hash took.
     *
     * @param stopwatch is told the nanoseconds
     */
    public PasswordHasher(
            int concurrency, Duration longestWait, IntFunction<byte[]> randomBytes, LongConsumer stopwatch) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least one hash at a time must be allowed");
        }
        this.places = new Semaphore(concurrency, true);
        this.longestWait = longestWait;
        this.randomBytes = randomBytes;
        this.stopwatch = stopwatch;
    }

    /**
     * A new Argon2id digest in PHC string format.
     *
     * @param password at most {@link PasswordRules#MAXIMUM_BYTES} bytes; judge it with {@link PasswordRules} before
     * @throws HashingBusyException when no place got free in time
     */
    public String hash(String password) {
        byte[] bytes = PasswordRules.bytes(password)
                .orElseThrow(() -> new IllegalArgumentException("the password is too long or not text"));
        return inTurn(() -> Argon2Digest.create(bytes, randomBytes.apply(Argon2Digest.SALT_LENGTH))
                .phc());
    }

    /**
     * Compares a password with a stored digest.
     *
     * @param digest null when there is none, because the account is unknown or has no password: never a match
     * @throws HashingBusyException when no place got free in time
     * @throws MalformedDigestException when the stored digest is damaged
     */
    public Verification verify(String password, @Nullable String digest) {
        Optional<byte[]> bytes = PasswordRules.bytes(password);
        if (bytes.isEmpty()) {
            return Verification.NOT_MATCHED;
        }
        return digest == null ? compareWithNothing(bytes.get()) : compare(bytes.get(), PasswordDigest.parse(digest));
    }

    /** Takes the time that comparing a password with each of these digests takes, one after the other. */
    public void compareInVain(String password, Collection<DecoyDigest> decoys) {
        PasswordRules.bytes(password)
                .ifPresent(bytes -> decoys.forEach(
                        decoy -> inTurn(() -> PasswordDigest.parse(decoy.text()).matches(bytes))));
    }

    /**
     * Whether a stored digest is other than what {@link #hash} writes today, weaker or costlier.
     *
     * @throws MalformedDigestException when it is no digest
     */
    public boolean needsUpgrade(String digest) {
        return !current(PasswordDigest.parse(digest));
    }

    private Verification compare(byte[] password, PasswordDigest stored) {
        if (!inTurn(() -> stored.matches(password))) {
            return Verification.NOT_MATCHED;
        }
        return current(stored) ? Verification.MATCHED : Verification.MATCHED_UPGRADE_ADVISED;
    }

    private Verification compareWithNothing(byte[] password) {
        inTurn(() -> Argon2Digest.create(password, NO_ONES_SALT));
        return Verification.NOT_MATCHED;
    }

    private static boolean current(PasswordDigest digest) {
        return digest instanceof Argon2Digest argon2 && argon2.current();
    }

    private <T> T inTurn(Supplier<T> computation) {
        takePlace();
        long begin = System.nanoTime();
        try {
            return computation.get();
        } finally {
            places.release();
            stopwatch.accept(System.nanoTime() - begin);
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HashingBusyException("too many passwords are being hashed; try again");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException("interrupted while waiting to hash a password");
        }
    }
}
