package org.ostiary.ejb.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    /** A signal that nothing else in this process uses. */
    private static final String SIGNAL = "WINCH";

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    private Object former;

    @BeforeEach
    void listen() throws ReflectiveOperationException {
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        former = handle(Proxy.newProxyInstance(
                handler.getClassLoader(),
                new Class<?>[] {handler},
                (self, method, arguments) -> happened.add("before")));
    }

    @AfterEach
    void restore() throws ReflectiveOperationException {
        handle(former);
    }

    @Test
    @DisplayName("Told at once; what the signal did before is done after the delay, or at once when it comes again")
    void isToldAndHeldUp() throws Exception {
        StopSignal signal = new StopSignal(SIGNAL, () -> happened.add("told"), Duration.ofDays(1));
        raise();
        assertThat(next()).isEqualTo("told");
        assertThat(happened).isEmpty();

        raise();
        assertThat(next()).isEqualTo("told");
        assertThat(next()).isEqualTo("before");
        signal.forget();
    }

    @Test
    @DisplayName("After the delay the signal does what it did before, and after we forget it only that")
    void goesOn() throws Exception {
        StopSignal signal = new StopSignal(SIGNAL, () -> happened.add("told"), Duration.ofMillis(1));
        raise();
        assertThat(next()).isEqualTo("told");
        assertThat(next()).isEqualTo("before");

        signal.forget();
        raise();
        assertThat(next()).isEqualTo("before");
    }

    private String next() throws InterruptedException {
        return happened.poll(10, TimeUnit.SECONDS);
    }

    private static void raise() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        type.getMethod("raise", type)
                .invoke(null, type.getConstructor(String.class).newInstance(SIGNAL));
    }

    private static Object handle(Object handler) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        return type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                .invoke(null, type.getConstructor(String.class).newInstance(SIGNAL), handler);
    }
}
