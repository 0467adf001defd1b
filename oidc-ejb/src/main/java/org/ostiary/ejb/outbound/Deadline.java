package org.ostiary.ejb.outbound;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The end of a call, whatever it is doing: however slowly an answer drips, it is over then. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** The milliseconds that are left, at least one. */
    int left() throws SocketTimeoutException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("the time of the call is over");
        }
        return (int) left;
    }
}
