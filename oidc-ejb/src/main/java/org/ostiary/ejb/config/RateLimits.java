package org.ostiary.ejb.config;

/**
 * How often things may be tried within a minute; 0 is off. Each node counts for itself.
 *
 * @param failedClientAuthentication failures of one client from one address
 */
public record RateLimits(int failedClientAuthentication) {}
