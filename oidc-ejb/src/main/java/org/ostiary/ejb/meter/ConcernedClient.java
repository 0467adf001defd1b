package org.ostiary.ejb.meter;

import org.ostiary.ejb.protocol.RequestParameters;

/**
 * The client that a request says it is of, whether it proved that or not.
 *
 * @param parameters as they were sent
 */
public record ConcernedClient(String clientId, RequestParameters parameters) {

    /** Without what was sent, which may be secret. */
    @Override
    public String toString() {
        return "ConcernedClient[" + clientId + "]";
    }
}
