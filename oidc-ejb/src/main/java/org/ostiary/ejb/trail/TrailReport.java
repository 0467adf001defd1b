package org.ostiary.ejb.trail;

import java.util.List;

/**
 * What a verification of the trail came to.
 *
 * @param checked how many sealed records were looked at
 * @param waiting how many are not sealed yet
 * @param pruned how many were deleted in due time before
 * @param from the place behind which everything was looked at, now or by this node before
 * @param end the end of the chain, to be kept elsewhere
 * @param findings what is wrong, so many at most
 */
public record TrailReport(
        long checked, long waiting, long pruned, long from, TrailEnd end, List<TrailFinding> findings) {

    public TrailReport {
        findings = List.copyOf(findings);
    }

    /** Whether nobody but the server wrote to the trail. */
    public boolean whole() {
        return findings.isEmpty();
    }
}
