package org.ostiary.ejb.health;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Stands before what the process does at a signal of the operating system. The server's own way of stopping cannot be held up later:
 * Payara takes the connections to the database away as its first step, while requests are still under way.
 *
 * <p>The signals of Java are reached by name, because they stand in a module that not every Java has to have.
 */
final class StopSignal {

    private final Object signal;
    private final Class<?> handlerType;
    private final Method handle;
    private final Object before;
    private final AtomicBoolean came = new AtomicBoolean();

    /**
     * From now on the signal is told first, and does what it did before only after a delay; at once when it comes a second time.
     *
     * @param name of the signal without {@code SIG}
     * @param told runs at once, on a thread of Java's own
     * @throws ReflectiveOperationException when this Java has no signals, or does not let us have this one
     */
    StopSignal(String name, Runnable told, Duration delay) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        handlerType = Class.forName("sun.misc.SignalHandler");
        handle = signalType.getMethod("handle", signalType, handlerType);
        signal = signalType.getConstructor(String.class).newInstance(name);
        Object ours = Proxy.newProxyInstance(
                handlerType.getClassLoader(),
                new Class<?>[] {handlerType},
                (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> "Ostiary stops at SIG" + name;
                    default -> heard(told, delay);
                });
        before = handle.invoke(null, signal, ours);
    }

    private @Nullable Object heard(Runnable told, Duration delay) throws Exception {
        try {
            told.run();
            if (came.compareAndSet(false, true)) {
                TimeUnit.MILLISECONDS.sleep(delay.toMillis());
            }
        } finally {
            handlerType.getMethod("handle", signal.getClass()).invoke(before, signal);
        }
        return null;
    }

    /** The signal does what it did before. */
    void forget() throws IllegalAccessException, InvocationTargetException {
        handle.invoke(null, signal, before);
    }
}
