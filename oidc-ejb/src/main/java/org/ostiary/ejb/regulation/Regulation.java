package org.ostiary.ejb.regulation;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.once.LostRace;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.account.Account;

/**
 * Whether a password may be judged at all. Asked before one is hashed, so that of many guesses that come at once no more are
 * judged than of those that come one after the other. Whoever begins a guess ends it: as right, as wrong, or as not judged.
 */
@ApplicationScoped
public class Regulation {

    private static final Guess NOT_COUNTED = new Guess(List.of());

    @Inject
    Counters counters;

    @Inject
    RegulationService service;

    @Inject
    ProviderConfig config;

    /**
     * Lets a guess in, or not. Never called within a transaction.
     *
     * @param username as it was typed
     * @param account which has that name; null when none has
     * @return empty when no password is judged now, neither a wrong one nor the right one
     */
    public Optional<Guess> begin(String username, @Nullable Account account, Visitor visitor) {
        if (config.regulation().maxRetries() == 0) {
            return Optional.of(NOT_COUNTED);
        }
        List<Counter> of = counters.of(username, account, visitor);
        String accountId = account == null ? null : account.id();
        while (true) {
            try {
                return service.begin(of, accountId, visitor.facts());
            } catch (CounterMissing missing) {
                open(missing.counter());
            }
        }
    }

    private void open(String counter) {
        try {
            service.open(counter);
        } catch (EJBException e) {
            if (!LostRace.is(e)) {
                throw e;
            }
        }
    }

    /** The guess was right, or was not judged. */
    public void takeBack(Guess guess) {
        if (!guess.counts().isEmpty()) {
            service.takeBack(guess);
        }
    }

    /** The guess was wrong. */
    public void fail(Guess guess, @Nullable Account account, RequestFacts facts) {
        if (!guess.counts().isEmpty()) {
            service.fail(guess, account == null ? null : account.id(), facts);
        }
    }

    /**
     * Until when no password is judged for the account's name, because too many were wrong; empty where each is. Devices that its owner
     * has logged in with before are counted apart.
     */
    public Optional<Instant> bannedUntil(Account account) {
        return service.bannedUntil(counters.ofName(account.username()));
    }

    /** Lets an account's owner in again before a ban ends; answers whether there was one. */
    public boolean unlock(Account account, RequestFacts facts) {
        return service.unlock(counters.ofName(account.username()), account.id(), facts);
    }
}
