package org.ostiary.ejb.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name server of a stranger that does not answer. */
@Timeout(30)
class NameLookUpTest {
    private final CountDownLatch answer = new CountDownLatch(1);
    private final NameLookUp names = new NameLookUp(this::look);

    @AfterEach
    void letGo() {
        answer.countDown();
    }

    @Test
    @DisplayName("The addresses of a host that is known")
    void findsAddresses() throws IOException {
        assertThat(names.addresses("quick.test", Deadline.in(Duration.ofSeconds(20))))
                .containsExactly(InetAddress.getLoopbackAddress());
    }

    @Test
    @DisplayName("A look-up ends with the deadline of its call, though nobody answers, and others go on")
    void endsWithTheDeadline() throws IOException {
        assertThatThrownBy(() -> names.addresses("silent.test", Deadline.in(Duration.ofMillis(50))))
                .isInstanceOf(SocketTimeoutException.class);

        assertThat(names.addresses("quick.test", Deadline.in(Duration.ofSeconds(20))))
                .isNotEmpty();
    }

    @Test
    @DisplayName("Those that were left behind are bounded; beyond that a call fails at once")
    void boundsWhatWasLeftBehind() {
        for (int each = 0; each < NameLookUp.MOST_AT_ONCE; each++) {
            assertThatThrownBy(() -> names.addresses("silent.test", Deadline.in(Duration.ofMillis(2))))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        assertThatThrownBy(() -> names.addresses("quick.test", Deadline.in(Duration.ofSeconds(20))))
                .hasMessageContaining("too many");
    }

    @Test
    @DisplayName("An unknown name is said to be unknown")
    void tellsUnknownNames() {
        assertThatThrownBy(() -> names.addresses("unknown.test", Deadline.in(Duration.ofSeconds(20))))
                .isInstanceOf(UnknownHostException.class);
    }

    /** Deaf to interrupts, as the system's own look-up is. */
    private InetAddress[] look(String host) throws UnknownHostException {
        if (host.equals("unknown.test")) {
            throw new UnknownHostException(host);
        }
        boolean waiting = host.equals("silent.test");
        while (waiting) {
            try {
                answer.await();
                waiting = false;
            } catch (InterruptedException deaf) {
                waiting = answer.getCount() > 0;
            }
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
}
