package org.ostiary.ejb.admin.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some entries of an export; {@code next} is what to go on after, null after the last page. */
public record ExportPage<T extends Record>(
        List<T> entries, @Nullable String next) {

    public ExportPage {
        entries = List.copyOf(entries);
    }
}
