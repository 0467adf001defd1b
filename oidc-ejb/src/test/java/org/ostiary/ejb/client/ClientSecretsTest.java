package org.ostiary.ejb.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.password.HashingBusyException;
import org.ostiary.ejb.password.PasswordHasher;
import org.ostiary.ejb.secret.MasterKey;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.client.ClientSecret;

@Timeout(60)
class ClientSecretsTest {

    private static final String SECRET = "correct horse battery staple";
    private static final ClientSecret STORED = new ClientSecret(
            "app",
            "$argon2id$v=19$m=1024,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$ckpELDUnb0gxCs5K1pHW0EzbiX9MYX4J1Eeww6A05BQ",
            null,
            null);

    private final MovableClock clock = new MovableClock();
    private final CountDownLatch placeTaken = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final PasswordHasher hasher = new PasswordHasher(1, Duration.ofMillis(10), this::stayInPlace);
    private final ClientSecrets secrets = secrets();

    @AfterEach
    void stop() {
        leave.countDown();
        threads.shutdownNow();
    }

    @Test
    @DisplayName("A slow digest is computed once in five minutes, for a secret that was right")
    void remembersWhatWasRight() throws InterruptedException {
        assertThat(secrets.matches(STORED, SECRET)).isTrue();
        nothingCanBeHashed();
        clock.forward(Duration.ofMinutes(5).minusMillis(1));
        assertThat(secrets.matches(STORED, SECRET)).isTrue();
        assertThatThrownBy(() -> secrets.matches(STORED, "wrong")).isInstanceOf(HashingBusyException.class);
        assertThatThrownBy(() -> secrets.matches(new ClientSecret("other", STORED.digest(), null, null), SECRET))
                .isInstanceOf(HashingBusyException.class);
        clock.forward(Duration.ofMillis(1));
        assertThatThrownBy(() -> secrets.matches(STORED, SECRET)).isInstanceOf(HashingBusyException.class);
    }

    @Test
    @DisplayName("A wrong secret is remembered neither as right nor as wrong")
    void remembersNothingWrong() throws InterruptedException {
        assertThat(secrets.matches(STORED, "wrong")).isFalse();
        assertThat(secrets.matches(STORED, "wrong")).isFalse();
        nothingCanBeHashed();
        assertThatThrownBy(() -> secrets.matches(STORED, "wrong")).isInstanceOf(HashingBusyException.class);
    }

    private void nothingCanBeHashed() throws InterruptedException {
        threads.execute(() -> hasher.hash(SECRET));
        placeTaken.await();
    }

    @SuppressWarnings("UnnecessaryAssignment") // Wired by hand, with a hasher whose only place can be taken.
    private ClientSecrets secrets() {
        ClientSecrets wired = new ClientSecrets();
        wired.hashes = new TokenHashes(new MasterKey(new byte[32], false));
        wired.hasher = hasher;
        wired.clock = clock;
        return wired;
    }

    private byte[] stayInPlace(int length) {
        placeTaken.countDown();
        try {
            leave.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new byte[length];
    }
}
