package org.ostiary.ejb.account;

import java.time.Instant;
import org.ostiary.ejb.visit.Device;

/**
 * One of a person's live sessions.
 *
 * @param ip where the login came from; empty when that is not known
 * @param current whether it is the one that asks
 */
public record OwnSession(String id, Device device, String ip, Instant since, Instant lastSeen, boolean current) {}
