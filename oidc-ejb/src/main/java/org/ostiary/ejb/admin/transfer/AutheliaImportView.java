package org.ostiary.ejb.admin.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a configuration of Authelia came to, or would.
 *
 * @param unchanged how many clients are so already
 * @param clients each other client
 * @param left what was not taken over, and why
 * @param job the job that does it, where it goes on by itself: nothing is known of the clients then; null for none
 */
public record AutheliaImportView(
        boolean dryRun,
        int unchanged,
        List<ImportLine> clients,
        List<LeftLine> left,
        @Nullable String job) {

    public AutheliaImportView {
        clients = List.copyOf(clients);
        left = List.copyOf(left);
    }
}
