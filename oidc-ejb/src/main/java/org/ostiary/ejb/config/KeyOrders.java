package org.ostiary.ejb.config;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator orders about signing keys, carried out at the start.
 *
 * @param imported files with key pairs that sign from now on
 * @param importPassword what opens those files that are locked; null for none
 * @param rotateBefore keys that were made before are changed; null for none
 * @param revoked the names of keys that count for nothing any more
 */
public record KeyOrders(
        List<Path> imported,
        @Nullable String importPassword,
        @Nullable Instant rotateBefore,
        Set<String> revoked) {

    public KeyOrders {
        imported = List.copyOf(imported);
        revoked = Set.copyOf(revoked);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "KeyOrders[imported=" + imported + ", rotateBefore=" + rotateBefore + ", revoked=" + revoked + "]";
    }
}
