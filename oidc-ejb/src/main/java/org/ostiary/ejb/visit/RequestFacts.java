package org.ostiary.ejb.visit;

/**
 * Where a request came from, for audit and for messages.
 *
 * @param requestId the random name of the request that the answer carries too
 * @param ip the address of the caller, judged by the configured proxies only
 * @param userAgent what the caller says it is; empty when it says nothing
 */
public record RequestFacts(String requestId, String ip, String userAgent) {

    /** The facts of what the server does by itself. */
    public static RequestFacts ofServer(String id) {
        return new RequestFacts(id, "", "");
    }
}
