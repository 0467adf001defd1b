package org.ostiary.ejb.admin.transfer;

/**
 * An import of subject identifiers.
 *
 * @param identifiers the text of a file that {@code authelia storage user identifiers export} wrote
 * @param dryRun whether only to say what would come of it
 */
public record SubjectImportOrder(String identifiers, boolean dryRun) {}
