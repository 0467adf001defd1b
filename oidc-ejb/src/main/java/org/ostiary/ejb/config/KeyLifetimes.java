package org.ostiary.ejb.config;

import java.time.Duration;

/**
 * How signing keys live and follow one another.
 *
 * @param automatic whether keys are changed by themselves
 * @param period how long a key signs
 * @param lead how long before it signs a key is published
 * @param retention how long after it signed a key is published
 * @param hints how long after it signed a key verifies what comes back to us
 * @param jwksMaxAge how long clients may keep the published keys
 * @param rsaBits the length of generated RSA keys
 */
public record KeyLifetimes(
        boolean automatic,
        Duration period,
        Duration lead,
        Duration retention,
        Duration hints,
        Duration jwksMaxAge,
        int rsaBits) {}
