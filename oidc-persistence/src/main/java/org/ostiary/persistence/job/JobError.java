package org.ostiary.persistence.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that went wrong in a job. */
@Entity
@Table(name = "job_error")
public class JobError {

    private static final int LONGEST_ENTRY = 300;
    private static final int LONGEST_REASON = 500;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "job_id")
    private String jobId;

    @Column(name = "number")
    private int number;

    @Column(name = "entry")
    private @Nullable String entry;

    @Column(name = "reason")
    private String reason;

    @Column(name = "happened_at")
    private Instant happenedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected JobError() {}

    /**
     * A line; what is too long is cut.
     *
     * @param number in the order of the step
     * @param entry what it was about; null for the step itself
     */
    public JobError(String jobId, int number, @Nullable String entry, String reason, Instant now) {
        this.id = UUID.randomUUID().toString();
        this.jobId = jobId;
        this.number = number;
        this.entry = entry == null ? null : cut(entry, LONGEST_ENTRY);
        this.reason = cut(reason, LONGEST_REASON);
        this.happenedAt = now;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    public String id() {
        return id;
    }

    public int number() {
        return number;
    }

    public @Nullable String entry() {
        return entry;
    }

    public String reason() {
        return reason;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}
