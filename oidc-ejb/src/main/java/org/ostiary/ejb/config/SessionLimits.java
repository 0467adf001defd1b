package org.ostiary.ejb.config;

import java.time.Duration;

/**
 * When a login session ends by itself.
 *
 * @param idle after this long without use
 * @param absolute after this long in any case
 */
public record SessionLimits(Duration idle, Duration absolute) {}
