package org.ostiary.ejb.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one client or account was judged.
 *
 * @param changedAt the change that it is judged for; null before the first batch
 * @param last the id of the last grant that was judged
 * @param lost how many grants were revoked
 * @param complete whether no batch is left
 */
public record Judged(@Nullable Instant changedAt, String last, int lost, boolean complete) {

    /** Nothing yet. */
    static final Judged NOTHING = new Judged(null, "", 0, false);

    Judged end(int alsoLost) {
        return new Judged(changedAt, last, lost + alsoLost, true);
    }
}
