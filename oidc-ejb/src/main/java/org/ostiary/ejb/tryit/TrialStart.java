package org.ostiary.ejb.tryit;

/**
 * A login that begins.
 *
 * @param address where the browser goes: the authorization endpoint with the request
 * @param trial what to remember until the answer comes
 */
public record TrialStart(String address, Trial trial) {}
