package org.ostiary.persistence.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A part of what a job works on, sealed. It is written with the job and goes when the job has ended. */
@Entity
@Table(name = "job_part")
public class JobPart {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "job_id")
    private String jobId;

    @Column(name = "sealed")
    private String sealed;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected JobPart() {}

    /**
     * A part.
     *
     * @param id by {@link #id(String, int)}
     */
    public JobPart(String id, String jobId, String sealed) {
        this.id = id;
        this.jobId = jobId;
        this.sealed = sealed;
    }

    /** What the part of that number is called. */
    public static String id(String jobId, int number) {
        return jobId + "-" + number;
    }

    public String id() {
        return id;
    }

    public String jobId() {
        return jobId;
    }

    public String sealed() {
        return sealed;
    }
}
