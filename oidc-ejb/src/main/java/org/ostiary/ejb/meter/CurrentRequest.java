package org.ostiary.ejb.meter;

import java.util.Optional;
import org.ostiary.ejb.protocol.RequestParameters;

/** The id of the request that a thread works for, so that each line of the log can say it, and the client that it is of. */
public final class CurrentRequest {

    private static final ThreadLocal<String> ID = new ThreadLocal<>();
    private static final ThreadLocal<ConcernedClient> CLIENT = new ThreadLocal<>();

    private CurrentRequest() {}

    /** The thread works for that request from now on. */
    public static void begin(String requestId) {
        CLIENT.remove();
        ID.set(requestId);
    }

    /** The thread works for none any more. */
    public static void end() {
        ID.remove();
        CLIENT.remove();
    }

    /** The request says that it is of that client; the first that it says counts. */
    public static void concerns(String clientId, RequestParameters parameters) {
        if (ID.get() != null && CLIENT.get() == null) {
            CLIENT.set(new ConcernedClient(clientId, parameters));
        }
    }

    /** Whose client the request says it is of; empty where it does not say. */
    public static Optional<ConcernedClient> client() {
        return Optional.ofNullable(CLIENT.get());
    }

    /** Empty when the thread works for none. */
    public static String id() {
        String id = ID.get();
        return id == null ? "" : id;
    }
}
