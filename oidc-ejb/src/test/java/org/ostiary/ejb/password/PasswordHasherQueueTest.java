package org.ostiary.ejb.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PasswordHasherQueueTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final CountDownLatch placeTaken = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @AfterEach
    void stop() {
        leave.countDown();
        threads.shutdownNow();
    }

    @Test
    @DisplayName("Whoever finds all places taken for too long is told to try again")
    void refusesWhileAllPlacesAreTaken() throws Exception {
        PasswordHasher hasher = new PasswordHasher(1, Duration.ofMillis(50), this::stayInPlace);
        Future<String> occupant = threads.submit(() -> hasher.hash(PASSWORD));
        placeTaken.await();

        assertThatThrownBy(() -> hasher.verify(PASSWORD, null)).isInstanceOf(HashingBusyException.class);
        assertThatThrownBy(() -> hasher.hash(PASSWORD)).isInstanceOf(HashingBusyException.class);

        leave.countDown();
        String digest = occupant.get();
        assertThat(hasher.verify(PASSWORD, digest)).isEqualTo(Verification.MATCHED);
    }

    @Test
    @DisplayName("A password that is too long neither waits nor computes")
    void refusesATooLongPasswordWithoutAPlace() throws Exception {
        PasswordHasher hasher = new PasswordHasher(1, Duration.ofMinutes(1), this::stayInPlace);
        Future<String> occupant = threads.submit(() -> hasher.hash(PASSWORD));
        placeTaken.await();
        assertThat(hasher.verify("a".repeat(1025), null)).isEqualTo(Verification.NOT_MATCHED);
        leave.countDown();
        occupant.get();
    }

    @Test
    void servesAllWhoWaitTheirTurnAndNeverMoreAtOnceThanAllowed() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PasswordHasher hasher = new PasswordHasher(3, Duration.ofSeconds(50), length -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause();
            now.decrementAndGet();
            return new byte[length];
        });
        assertThat(together(16, () -> hasher.hash(PASSWORD))).hasSize(16).allMatch(digest -> digest.startsWith("$"));
        assertThat(most).hasValueLessThanOrEqualTo(3).hasValueGreaterThan(1);
    }

    @Test
    void givesThePlaceBackAfterAFailure() {
        PasswordHasher hasher = new PasswordHasher(1, Duration.ZERO, length -> {
            throw new IllegalStateException("no randomness");
        });
        assertThatThrownBy(() -> hasher.hash(PASSWORD)).hasMessage("no randomness");
        assertThat(hasher.verify(PASSWORD, null)).isEqualTo(Verification.NOT_MATCHED);
    }

    @Test
    void tellsAnInterruptedCallerToTryAgain() {
        PasswordHasher hasher = new PasswordHasher(1, Duration.ofSeconds(2), byte[]::new);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> hasher.verify(PASSWORD, null)).isInstanceOf(HashingBusyException.class);
        assertThat(Thread.interrupted()).as("the caller still sees it").isTrue();
    }

    @Test
    void refusesAConcurrencyOfNone() {
        assertThatThrownBy(() -> new PasswordHasher(0, Duration.ZERO, byte[]::new))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Randomness that comes only when the test allows it; it is drawn by whoever has the place. */
    private byte[] stayInPlace(int length) {
        placeTaken.countDown();
        try {
            leave.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new byte[length];
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> List<T> together(int count, Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(Collections.nCopies(count, work))) {
            results.add(future.get());
        }
        return results;
    }
}
