package org.ostiary.ejb.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up within a deadline, which Java's own look-up does not have. Each runs in a thread of its own, so that one
 * that a stranger's name server holds up can be left behind; there are few of them, they end when idle, and when all are
 * held up the next call is refused.
 */
final class NameLookUp {
    /** Where addresses come from. */
    @FunctionalInterface
    interface Source {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** More than the calls that may be under way, so that some can be left behind. */
    static final int MOST_AT_ONCE = 32;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long IDLE_SECONDS = 10;

    private final Source source;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), NameLookUp::thread);

    NameLookUp(Source source) {
        this.source = source;
    }

    /** The addresses of a host, two seconds or the deadline later at the latest. */
    InetAddress[] addresses(String host, Deadline deadline) throws IOException {
        Future<InetAddress[]> found = begin(host);
        try {
            return found.get(Math.min(deadline.left(), (int) LONGEST.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            found.cancel(true);
            throw (IOException) new SocketTimeoutException("its name was not found in time").initCause(e);
        } catch (ExecutionException e) {
            throw (IOException) new UnknownHostException("its name is unknown").initCause(e.getCause());
        } catch (InterruptedException e) {
            found.cancel(true);
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the look-up was interrupted").initCause(e);
        }
    }

    private Future<InetAddress[]> begin(String host) throws IOException {
        try {
            return threads.submit(() -> source.addresses(host));
        } catch (RejectedExecutionException e) {
            throw new IOException("too many names are being looked up", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ostiary-name-look-up");
        thread.setDaemon(true);
        return thread;
    }
}
