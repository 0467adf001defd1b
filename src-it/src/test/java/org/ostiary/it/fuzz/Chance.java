package org.ostiary.it.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Decides by a number: the same number decides the same each time, whatever else runs beside it. */
final class Chance {
    private static final long SEED = 20_261_128;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    Chance(int number) {
        random = new Random(SEED + number * SPREAD);
    }

    /** Whether one of so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A number from 0, below {@code end}. */
    int below(int end) {
        return random.nextInt(end);
    }

    long number() {
        return random.nextLong();
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String made(List<Supplier<String>> makers) {
        return of(makers).get();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
