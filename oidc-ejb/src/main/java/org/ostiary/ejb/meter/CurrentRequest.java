package org.ostiary.ejb.meter;

/** The id of the request that a thread works for, so that each line of the log can say it. */
public final class CurrentRequest {

    private static final ThreadLocal<String> ID = new ThreadLocal<>();

    private CurrentRequest() {}

    /** The thread works for that request from now on. */
    public static void begin(String requestId) {
        ID.set(requestId);
    }

    /** The thread works for none any more. */
    public static void end() {
        ID.remove();
    }

    /** Empty when the thread works for none. */
    public static String id() {
        String id = ID.get();
        return id == null ? "" : id;
    }
}
