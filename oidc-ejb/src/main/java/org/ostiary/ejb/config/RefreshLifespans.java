package org.ostiary.ejb.config;

import java.time.Duration;

/**
 * How long refresh tokens work (RFC 9700, section 4.14.2).
 *
 * @param idle without being used, 1 minute to 365 days
 * @param absolute a token and all its successors together, up to 365 days; zero for no end
 * @param grace how long after its use a token may be repeated by a client that did not get the answer, up to 1 minute
 */
public record RefreshLifespans(Duration idle, Duration absolute, Duration grace) {}
