package org.ostiary.ejb.admin.job;

import java.util.List;

/**
 * A job that somebody wants.
 *
 * @param subject what it is about; empty where that is not one thing
 * @param total how much there is to do
 * @param parts what it works on, which is kept sealed until the job has ended
 */
public record JobOrder(JobKind kind, String subject, int total, List<String> parts) {

    public JobOrder {
        parts = List.copyOf(parts);
    }
}
