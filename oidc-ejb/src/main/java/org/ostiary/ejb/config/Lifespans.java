package org.ostiary.ejb.config;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param accessToken access token, 1 minute to 24 hours
 * @param idToken ID token, 1 minute to 24 hours
 * @param authorizeCode authorization code, 10 seconds to 10 minutes (RFC 6749, section 4.1.2)
 * @param interaction an authorization request waiting for a person, 1 minute to 1 hour
 * @param refresh refresh tokens
 * @param pushedRequest a pushed authorization request, 5 seconds to 10 minutes (RFC 9126, section 2.2)
 * @param signedResponse a signed authorization response, 10 seconds to 10 minutes (JARM, section 2.1)
 */
public record Lifespans(
        Duration accessToken,
        Duration idToken,
        Duration authorizeCode,
        Duration interaction,
        RefreshLifespans refresh,
        Duration pushedRequest,
        Duration signedResponse) {}
