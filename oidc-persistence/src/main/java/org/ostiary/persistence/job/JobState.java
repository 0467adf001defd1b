package org.ostiary.persistence.job;

/**
 * Where a job stands.
 *
 * <pre>
 * WAITING -> RUNNING -> DONE
 *    |          |-----> CANCELLED
 *    |          `-----> FAILED
 *    `----------------> CANCELLED
 * </pre>
 */
public enum JobState {
    /** Nobody has begun. */
    WAITING,
    /** A node does it, or did until it died. */
    RUNNING,
    /** All of it was done. */
    DONE,
    /** It was stopped; what was done stays done. */
    CANCELLED,
    /** It went wrong too often; what was done stays done. */
    FAILED
}
