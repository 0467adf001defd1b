package org.ostiary.persistence.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Long work that somebody ordered. Whoever does it changes it by {@link Jobs} alone, where a lease is asked for. */
@Entity
@Table(name = "job")
public class Job {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "kind")
    private String kind;

    @Column(name = "subject")
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private JobState state;

    @Column(name = "actor")
    private String actor;

    @Column(name = "account_id")
    private @Nullable String accountId;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "ip")
    private String ip;

    @Column(name = "position")
    private String position;

    @Column(name = "done_count")
    private int done;

    @Column(name = "total_count")
    private int total;

    @Column(name = "tally")
    private String tally;

    @Column(name = "failures")
    private int failures;

    @Column(name = "cancel_wanted")
    private boolean cancelWanted;

    @Column(name = "owner")
    private @Nullable String owner;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Column(name = "ordered_at")
    private Instant orderedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Job() {}

    /**
     * A job that waits.
     *
     * @param subject what it is about; empty where that is not one thing
     * @param total how much there is to do, as far as it is known
     */
    public Job(String id, String kind, String subject, JobOrderer orderedBy, int total, Instant now) {
        this.id = id;
        this.kind = kind;
        this.subject = subject;
        this.tally = "";
        this.state = JobState.WAITING;
        this.actor = orderedBy.actor();
        this.accountId = orderedBy.accountId();
        this.requestId = orderedBy.requestId();
        this.ip = orderedBy.ip();
        this.position = "";
        this.total = total;
        this.orderedAt = now;
    }

    public String id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    /** What it is about; empty where that is not one thing. */
    public String subject() {
        return subject;
    }

    public JobState state() {
        return state;
    }

    public JobOrderer orderedBy() {
        return new JobOrderer(actor, accountId, requestId, ip);
    }

    /** Where the next step goes on; empty at the beginning. */
    public String position() {
        return position;
    }

    public int done() {
        return done;
    }

    public int total() {
        return total;
    }

    /** Whether somebody wants it to stop. */
    public boolean cancelWanted() {
        return cancelWanted;
    }

    /** What came of it up to now, in words; empty before the first step. */
    public String tally() {
        return tally;
    }

    /** How often in succession a step went wrong. */
    public int failures() {
        return failures;
    }

    /** The turn of a node that does it, or did until it died; null between turns. */
    public @Nullable String owner() {
        return owner;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
