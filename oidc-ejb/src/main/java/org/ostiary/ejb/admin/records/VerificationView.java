package org.ostiary.ejb.admin.records;

import java.util.List;
import org.ostiary.ejb.trail.TrailEnd;
import org.ostiary.ejb.trail.TrailReport;

/**
 * What a verification of the audit trail came to.
 *
 * @param whole whether nobody but the server wrote to it
 * @param checked how many sealed records were looked at
 * @param waiting how many are not sealed yet
 * @param pruned how many were deleted in due time before
 * @param end of the chain, to be kept elsewhere and asked for later
 * @param findings what is wrong, 1,000 at most
 */
public record VerificationView(
        boolean whole, long checked, long waiting, long pruned, TrailEnd end, List<FindingView> findings) {

    static VerificationView of(TrailReport report) {
        return new VerificationView(
                report.whole(),
                report.checked(),
                report.waiting(),
                report.pruned(),
                report.end(),
                report.findings().stream().map(FindingView::of).toList());
    }
}
