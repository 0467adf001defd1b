package org.ostiary.ejb.admin.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.random.SecureTokens;

/** Gives each job that nobody does its turn, so that none waits for a long one to end. */
@ApplicationScoped
public class JobTurns {

    private static final Logger LOG = Logger.getLogger(JobTurns.class.getName());

    private static final Duration TURN = Duration.ofSeconds(5);

    @Inject
    JobStepService steps;

    @Inject
    SecureTokens random;

    @Inject
    Clock clock;

    /** Goes on for some seconds at most, or until nothing is left to do. */
    public void run() {
        Instant end = clock.instant().plus(TURN);
        boolean any = true;
        while (any && clock.instant().isBefore(end)) {
            any = turn(end);
        }
    }

    /** Whether there was a job. */
    private boolean turn(Instant end) {
        // A name for this turn: a job that this node lost and gets again is another's.
        String owner = random.uuid();
        Optional<String> job = steps.take(owner);
        job.ifPresent(id -> carryOut(id, owner, end));
        return job.isPresent();
    }

    private void carryOut(String id, String owner, Instant end) {
        try {
            boolean more = true;
            while (more && clock.instant().isBefore(end)) {
                more = steps.step(id, owner);
            }
            if (more) {
                steps.release(id, owner);
            }
        } catch (LeaseLostException anotherNodeGoesOn) {
            LOG.fine("Another node goes on with the job");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A step of the job " + id + " went wrong", e);
            steps.fail(id, owner, "A step went wrong: " + cause(e).getClass().getSimpleName());
        }
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : cause(cause);
    }
}
