package org.ostiary.persistence.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The counters of guesses. Their names are hashes. */
@ApplicationScoped
public class GuessCounters {

    /** More than any number of guesses that may be allowed. */
    private static final int FULL = 1_000_000;

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected GuessCounters() {}

    /** Works on the given entity manager. */
    public GuessCounters(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Lets a guess in while there are fewer than {@code most} that are wrong or not judged yet; the one statement decides,
     * however many come at once. The first guess begins a time that ends at {@code endsAt}.
     *
     * @return empty when there may be no guess now, or when there is no such counter
     */
    public Optional<CountedGuess> begin(String counter, int most, Instant now, Instant endsAt) {
        int let = entities.createNativeQuery("UPDATE guess_counter SET"
                        + " tries = CASE WHEN ends_at <= ?1 THEN 1 ELSE tries + 1 END,"
                        + " failures = CASE WHEN ends_at <= ?1 THEN 0 ELSE failures END,"
                        + " ends_at = CASE WHEN ends_at <= ?1 THEN CAST(?2 AS BIGINT) ELSE ends_at END"
                        + " WHERE name = ?3 AND (ends_at <= ?1 OR tries < ?4)")
                .setParameter(1, now.toEpochMilli())
                .setParameter(2, endsAt.toEpochMilli())
                .setParameter(3, counter)
                .setParameter(4, most)
                .executeUpdate();
        return let == 1 ? Optional.of(counted(counter)) : Optional.empty();
    }

    /** Read while the row is still ours. */
    private CountedGuess counted(String counter) {
        Object[] row = (Object[]) query("SELECT ends_at, banned_until FROM guess_counter WHERE name = ?1", counter)
                .getSingleResult();
        return new CountedGuess(counter, instant(row[0]), row[1] == null ? null : instant(row[1]));
    }

    private static Instant instant(Object milliseconds) {
        return Instant.ofEpochMilli(((Number) milliseconds).longValue());
    }

    public boolean exists(String counter) {
        return !query("SELECT name FROM guess_counter WHERE name = ?1", counter)
                .getResultList()
                .isEmpty();
    }

    /**
     * Makes a counter that has counted nothing. When two callers make the same one in the same instant, the statement of one
     * of them fails.
     */
    public void open(String counter) {
        query(
                        "INSERT INTO guess_counter (name, tries, failures, ends_at)"
                                + " SELECT CAST(?1 AS VARCHAR(43)), 0, 0, 0"
                                + " WHERE NOT EXISTS (SELECT 1 FROM guess_counter WHERE name = ?1)",
                        counter)
                .executeUpdate();
    }

    /** The guess was right, or not judged at all: it does not count. */
    public void takeBack(CountedGuess guess) {
        of(guess, "UPDATE guess_counter SET tries = tries - 1 WHERE name = ?1 AND ends_at = ?2 AND tries > failures")
                .executeUpdate();
    }

    /** The guess was wrong; true when it was the last one there may be, and no other is let in before {@code banEnd}. */
    public boolean fail(CountedGuess guess, int most, Instant banEnd) {
        of(guess, "UPDATE guess_counter SET failures = failures + 1 WHERE name = ?1 AND ends_at = ?2")
                .executeUpdate();
        return of(
                                guess,
                                "UPDATE guess_counter SET tries = " + FULL + ", ends_at = ?3, banned_until = ?3"
                                        + " WHERE name = ?1 AND ends_at = ?2 AND failures >= ?4")
                        .setParameter(3, banEnd.toEpochMilli())
                        .setParameter(4, most)
                        .executeUpdate()
                == 1;
    }

    /** Notes that the ban that ended at this time was told; true for exactly one caller. */
    public boolean tellEnd(String counter, Instant bannedUntil) {
        return query("UPDATE guess_counter SET banned_until = NULL WHERE name = ?1 AND banned_until = ?2", counter)
                        .setParameter(2, bannedUntil.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    /** When the ban ends that runs now; empty where none does. */
    public Optional<Instant> bannedUntil(String counter, Instant now) {
        List<?> ends = query("SELECT banned_until FROM guess_counter WHERE name = ?1 AND banned_until > ?2", counter)
                .setParameter(2, now.toEpochMilli())
                .getResultList();
        return ends.stream().map(GuessCounters::instant).findFirst();
    }

    /** Forgets all that was counted; true when that ended a ban. */
    public boolean forget(String counter, Instant now) {
        boolean banned = query("DELETE FROM guess_counter WHERE name = ?1 AND banned_until > ?2", counter)
                        .setParameter(2, now.toEpochMilli())
                        .executeUpdate()
                == 1;
        query("DELETE FROM guess_counter WHERE name = ?1", counter).executeUpdate();
        return banned;
    }

    private Query of(CountedGuess guess, String sql) {
        return query(sql, guess.counter()).setParameter(2, guess.endsAt().toEpochMilli());
    }

    private Query query(String sql, String counter) {
        return entities.createNativeQuery(sql).setParameter(1, counter);
    }
}
