package org.ostiary.ejb.secret;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of sealing some rows of one column anew.
 *
 * @param last the key of the last row; null when none may follow
 * @param read how many rows were looked at
 * @param sealed how many of them another key had sealed
 * @param unopened the places of those that no key opens: they stay as they are
 */
public record SealedStretch(@Nullable String last, int read, int sealed, List<String> unopened) {

    public SealedStretch {
        unopened = List.copyOf(unopened);
    }
}
