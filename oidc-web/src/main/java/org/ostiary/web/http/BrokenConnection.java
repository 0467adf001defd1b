package org.ostiary.web.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;

/**
 * Whether something failed because the caller's connection did. Our own input and output never leave a service as
 * {@link IOException}, so one that reaches the edge is about the connection.
 */
final class BrokenConnection {

    private BrokenConnection() {}

    static boolean causes(Throwable failure) {
        return has(IOException.class, failure);
    }

    /** Whether the caller is still there but did not send on in time. */
    static boolean isSlow(Throwable failure) {
        return has(TimeoutException.class, failure) || has(SocketTimeoutException.class, failure);
    }

    private static boolean has(Class<? extends Throwable> kind, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
