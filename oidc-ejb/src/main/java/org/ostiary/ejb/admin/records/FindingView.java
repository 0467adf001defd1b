package org.ostiary.ejb.admin.records;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.trail.TrailFinding;

/**
 * Something about the audit trail that is not as the server left it.
 *
 * @param position the place in the chain; 0 where it is about none
 * @param recordId the row; null where there is none
 */
public record FindingView(
        TrailFinding.Kind kind, long position, @Nullable String recordId, String sentence) {

    static FindingView of(TrailFinding finding) {
        return new FindingView(finding.kind(), finding.position(), finding.recordId(), finding.sentence());
    }
}
