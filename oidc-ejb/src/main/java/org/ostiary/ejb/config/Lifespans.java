package org.ostiary.ejb.config;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param accessToken access token, 1 minute to 24 hours
 * @param idToken ID token, 1 minute to 24 hours
 * @param authorizeCode authorization code, 10 seconds to 10 minutes (RFC 6749, section 4.1.2)
 * @param interaction an authorization request waiting for a person, 1 minute to 1 hour
 */
public record Lifespans(Duration accessToken, Duration idToken, Duration authorizeCode, Duration interaction) {}
