package org.ostiary.persistence.job;

/**
 * How far a job is.
 *
 * @param position where the next step goes on
 * @param total how much there is to do altogether, as far as it is known by now
 * @param tally what came of it, in words
 */
public record JobProgress(String position, int done, int total, String tally) {}
