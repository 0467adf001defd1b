package org.ostiary.ejb.regulation;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.audit.AuditEvent.AccountLocked;
import org.ostiary.ejb.audit.AuditEvent.AccountUnlocked;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.regulation.Counter.Kind;
import org.ostiary.ejb.regulation.Guess.Count;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.regulation.CountedGuess;
import org.ostiary.persistence.regulation.GuessCounters;

/**
 * Counts guesses, in transactions of its own: a wrong one counts whatever becomes of the request, and no connection is held
 * while a password is hashed.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class RegulationService {

    @Inject
    GuessCounters counters;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Lets a guess in, or not.
     *
     * @return empty when one of the counters is full
     * @throws CounterMissing when one of them has to be made first
     */
    public Optional<Guess> begin(List<Counter> of, @Nullable String accountId, RequestFacts facts) {
        Instant now = clock.instant();
        List<Count> counts = new ArrayList<>();
        for (Counter counter : of) {
            Optional<CountedGuess> let = let(counter, now);
            if (let.isEmpty()) {
                takeBack(new Guess(counts));
                return Optional.empty();
            }
            tellEndOfBan(counter.kind(), let.get(), accountId, facts);
            counts.add(new Count(counter.kind(), let.get()));
        }
        return Optional.of(new Guess(counts));
    }

    private Optional<CountedGuess> let(Counter counter, Instant now) {
        Optional<CountedGuess> let = count(counter, now);
        if (let.isPresent()) {
            return let;
        }
        if (!counters.exists(counter.name())) {
            throw new CounterMissing(counter.name());
        }
        // Another caller may have made it since.
        return count(counter, now);
    }

    private Optional<CountedGuess> count(Counter counter, Instant now) {
        return counters.begin(
                counter.name(),
                config.regulation().maxRetries(),
                now,
                now.plus(config.regulation().findTime()));
    }

    private void tellEndOfBan(Kind kind, CountedGuess guess, @Nullable String accountId, RequestFacts facts) {
        Instant end = guess.bannedUntil();
        if (end != null && counters.tellEnd(guess.counter(), end)) {
            audit.note(new AccountUnlocked(kind.concerned(accountId), kind.what() + ", since " + end), facts);
        }
    }

    /** Makes a counter; fails for the second of two callers in the very same instant. */
    public void open(String counter) {
        counters.open(counter);
    }

    /** The guess was right, or was not judged. */
    public void takeBack(Guess guess) {
        guess.counts().forEach(count -> counters.takeBack(count.guess()));
    }

    /** The guess was wrong. */
    public void fail(Guess guess, @Nullable String accountId, RequestFacts facts) {
        Instant banEnd = clock.instant().plus(config.regulation().banTime());
        for (Count count : guess.counts()) {
            if (counters.fail(count.guess(), config.regulation().maxRetries(), banEnd)) {
                Kind kind = count.kind();
                audit.note(new AccountLocked(kind.concerned(accountId), kind.what() + ", until " + banEnd), facts);
            }
        }
    }

    /** When the ban of a name ends; empty where its passwords are judged. */
    @TransactionAttribute(SUPPORTS)
    public Optional<Instant> bannedUntil(Counter name) {
        return counters.bannedUntil(name.name(), clock.instant());
    }

    /**
     * Lets a name's owner in again before the ban ends, in the transaction of who wants it, whose own record stands there too;
     * answers whether there was one.
     */
    @TransactionAttribute(REQUIRED)
    public boolean unlock(Counter name, String accountId, RequestFacts facts) {
        boolean banned = counters.forget(name.name(), clock.instant());
        if (banned) {
            audit.note(new AccountUnlocked(accountId, name.kind().what() + ", by an administrator"), facts);
        }
        return banned;
    }
}
