package org.ostiary.ejb.protocol.authorize;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client is told that pushed its request (RFC 9126, section 2.2).
 *
 * @param requestUri names the request at the authorization endpoint
 */
public record PushedResponse(String requestUri, Duration lifetime) {

    /** The members of the JSON answer. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("request_uri", requestUri);
        members.put("expires_in", lifetime.toSeconds());
        return members;
    }

    /** Without the name, which must not stand in a log. */
    @Override
    public String toString() {
        return "PushedResponse[lifetime=" + lifetime + "]";
    }
}
