package org.ostiary.ejb.admin.transfer;

/**
 * An import of subject identifiers.
 *
 * @param identifiers the text of a file that {@code authelia storage user identifiers export} wrote
 * @param dryRun whether only to say what would come of it
 * @param asJob whether it goes on as a job, also where there is little of it
 */
public record SubjectImportOrder(String identifiers, boolean dryRun, boolean asJob) {}
