package org.ostiary.persistence.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs. Whoever does one holds a lease, and each statement that goes on with it asks for that lease. */
@ApplicationScoped
public class Jobs {

    private static final String OPEN = "(j.state = org.ostiary.persistence.job.JobState.WAITING"
            + " OR j.state = org.ostiary.persistence.job.JobState.RUNNING)";
    private static final String FREE = OPEN + " AND (j.leasedUntil IS NULL OR j.leasedUntil <= :now)";
    private static final String MINE =
            " WHERE j.id = :id AND j.owner = :owner" + " AND j.state = org.ostiary.persistence.job.JobState.RUNNING";

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Jobs() {}

    /** Works on the given entity manager. */
    public Jobs(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Job job) {
        entities.persist(job);
        // Its parts refer to it, and JPA orders inserts by its own mind.
        entities.flush();
    }

    public void add(JobPart part) {
        entities.persist(part);
    }

    public void add(JobError error) {
        entities.persist(error);
    }

    public Optional<Job> find(String id) {
        return Optional.ofNullable(entities.find(Job.class, id));
    }

    /** One that is there, as the database has it now. */
    public Job read(String id) {
        Job job = entities.find(Job.class, id);
        entities.refresh(job);
        return job;
    }

    /** A part of what a job works on; empty when the job has ended. */
    public Optional<JobPart> part(String jobId, int number) {
        return Optional.ofNullable(entities.find(JobPart.class, JobPart.id(jobId, number)));
    }

    /** So many at most, those that were ordered last first. */
    public List<Job> latest(int most) {
        return entities.createQuery("SELECT j FROM Job j ORDER BY j.orderedAt DESC, j.id", Job.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** One of this kind about this subject that is not over. */
    public Optional<Job> openOf(String kind, String subject) {
        return entities.createQuery(
                        "SELECT j FROM Job j WHERE j.kind = :kind AND j.subject = :subject"
                                + " AND j.cancelWanted = FALSE AND " + OPEN,
                        Job.class)
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Wants all of this kind that are not over to stop. */
    public void cancelAll(String kind) {
        entities.createQuery("UPDATE Job j SET j.cancelWanted = TRUE WHERE j.kind = :kind AND " + OPEN)
                .setParameter("kind", kind)
                .executeUpdate();
    }

    /** So many lines at most after so many others, in the order in which they happened. */
    public List<JobError> errorsOf(String jobId, int after, int most) {
        return entities.createQuery(
                        "SELECT e FROM JobError e WHERE e.jobId = :job ORDER BY e.happenedAt, e.number, e.id",
                        JobError.class)
                .setParameter("job", jobId)
                .setFirstResult(after)
                .setMaxResults(most)
                .getResultList();
    }

    /** How often something went wrong in the job. */
    public long countErrors(String jobId) {
        return entities.createQuery("SELECT COUNT(e) FROM JobError e WHERE e.jobId = :job", Long.class)
                .setParameter("job", jobId)
                .getSingleResult();
    }

    /** The job that nobody does and that waited longest since somebody did, as it was before it is leased. */
    public Optional<Job> nextFree(Instant now) {
        return entities.createQuery(
                        "SELECT j FROM Job j WHERE " + FREE + " ORDER BY COALESCE(j.leasedUntil, j.orderedAt), j.id",
                        Job.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Leases a job unless somebody does it by now; one statement decides among nodes. */
    public boolean lease(String id, String owner, Instant now, Instant until) {
        return entities.createQuery("UPDATE Job j SET j.owner = :owner, j.leasedUntil = :until,"
                                + " j.state = org.ostiary.persistence.job.JobState.RUNNING"
                                + " WHERE j.id = :id AND " + FREE)
                        .setParameter("owner", owner)
                        .setParameter("until", until)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Notes when a job was begun; answers whether this call did. */
    public boolean begin(String id, Instant now) {
        return entities.createQuery("UPDATE Job j SET j.startedAt = :now WHERE j.id = :id AND j.startedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Goes on with a job and its lease; false for who has it no more. */
    public boolean advance(String id, String owner, JobProgress progress, Instant until) {
        return entities.createQuery("UPDATE Job j SET j.position = :position, j.done = :done, j.total = :total,"
                                + " j.tally = :tally, j.failures = 0, j.leasedUntil = :until" + MINE)
                        .setParameter("position", progress.position())
                        .setParameter("done", progress.done())
                        .setParameter("total", progress.total())
                        .setParameter("tally", progress.tally())
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .executeUpdate()
                == 1;
    }

    /**
     * Gives a lease back; false for who has it no more.
     *
     * @param failed one more step that went wrong, or none
     * @param from when somebody may take it again
     */
    public boolean release(String id, String owner, int failed, Instant from) {
        return entities.createQuery("UPDATE Job j SET j.owner = NULL, j.leasedUntil = :from,"
                                + " j.failures = j.failures + :failed" + MINE)
                        .setParameter("from", from)
                        .setParameter("failed", failed)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .executeUpdate()
                == 1;
    }

    /** Ends a job and forgets what it worked on; false for who has it no more. */
    public boolean end(String id, String owner, JobState state, Instant now) {
        boolean ended = entities.createQuery("UPDATE Job j SET j.state = :state, j.endedAt = :now,"
                                + " j.owner = NULL, j.leasedUntil = NULL" + MINE)
                        .setParameter("state", state)
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("owner", owner)
                        .executeUpdate()
                == 1;
        if (ended) {
            entities.createQuery("DELETE FROM JobPart p WHERE p.jobId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return ended;
    }

    /** Wants a job to stop; whoever does it looks before each step. False for one that is over. */
    public boolean cancel(String id) {
        return entities.createQuery("UPDATE Job j SET j.cancelWanted = TRUE WHERE j.id = :id AND " + OPEN)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
