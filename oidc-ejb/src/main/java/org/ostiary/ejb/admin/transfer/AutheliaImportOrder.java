package org.ostiary.ejb.admin.transfer;

/**
 * An import of the clients of Authelia.
 *
 * @param configuration the text of a {@code configuration.yml}
 * @param dryRun whether only to say what would come of it
 * @param asJob whether it goes on as a job, also where there is little of it
 */
public record AutheliaImportOrder(String configuration, boolean dryRun, boolean asJob) {

    /** Without the text, which may hold secrets. */
    @Override
    public String toString() {
        return "AutheliaImportOrder[dryRun=" + dryRun + "]";
    }
}
