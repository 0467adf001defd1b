package org.ostiary.ejb.admin.transfer;

import java.util.List;

/** All that an import of a configuration leaves to somebody. */
public record LeftLines(List<LeftLine> lines) {

    public LeftLines {
        lines = List.copyOf(lines);
    }
}
