package org.ostiary.ejb.admin.overview;

import java.time.Instant;
import java.util.List;

/**
 * How a node is, and what its provider holds.
 *
 * @param ready whether the node takes new work
 * @param version of the software
 * @param signatures which implementation signs
 * @param verified how many samples of what this node signed everybody could verify, since its start
 * @param unverifiable how many not; anything but 0 is an alarm
 * @param counts how much there is, as it was at {@code countedAt}
 * @param worries what needs somebody, the worst first
 */
public record Overview(
        boolean ready,
        String version,
        String issuer,
        String signatures,
        long verified,
        long unverifiable,
        Counts counts,
        Instant countedAt,
        List<Worry> worries) {

    public Overview {
        worries = List.copyOf(worries);
    }

    /**
     * How much there is.
     *
     * @param sessions that were not ended
     * @param records of the audit trail
     * @param sealing records that are not sealed yet
     */
    public record Counts(
            long accounts,
            long sessions,
            long grants,
            long clients,
            long records,
            long sealing,
            long mails,
            long deliveries,
            long failedDeliveries) {}
}
