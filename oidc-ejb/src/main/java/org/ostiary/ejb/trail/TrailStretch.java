package org.ostiary.ejb.trail;

import java.util.List;

/**
 * A part of a walk along the whole chain.
 *
 * @param checked how many records were looked at
 * @param reached where the next part begins
 * @param last whether there is none
 * @param left how many records there are behind it, by what is known now
 * @param findings what is wrong, so many at most
 */
public record TrailStretch(long checked, TrailEnd reached, boolean last, long left, List<TrailFinding> findings) {

    public TrailStretch {
        findings = List.copyOf(findings);
    }
}
