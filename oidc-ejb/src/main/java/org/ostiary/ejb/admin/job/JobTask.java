package org.ostiary.ejb.admin.job;

import org.ostiary.ejb.admin.Administrator;

/**
 * What a step of a job starts from.
 *
 * @param subject what the job is about; empty where that is not one thing
 * @param position where the step before said to go on; empty for the first
 * @param done how much is done
 * @param total how much there is to do altogether
 * @param orderer who ordered it, with the right that they had then
 */
public record JobTask(
        String id, JobKind kind, String subject, String position, int done, int total, Administrator orderer) {}
