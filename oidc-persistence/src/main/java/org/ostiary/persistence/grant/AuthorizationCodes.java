package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.session.LoginSession;

/** The authorization codes. */
@ApplicationScoped
public class AuthorizationCodes {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected AuthorizationCodes() {}

    /** Works on the given entity manager. */
    public AuthorizationCodes(EntityManager entities) {
        this.entities = entities;
    }

    public void add(AuthorizationCode code) {
        entities.persist(code);
    }

    /** The code with all that decides whether it may be redeemed; one statement. */
    public Optional<CodeStanding> find(String hash) {
        return entities.createQuery(
                        "SELECT c, g, a, s FROM AuthorizationCode c JOIN Grant g ON g.id = c.grantId"
                                + " JOIN Account a ON a.id = g.accountId JOIN LoginSession s ON s.id = g.sessionId"
                                + " WHERE c.hash = :hash",
                        Object[].class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(row -> new CodeStanding(
                        (AuthorizationCode) row[0],
                        new GrantStanding((Grant) row[1], (Account) row[2], (LoginSession) row[3])));
    }

    /** Spends the code; true for exactly one caller, however many try at once. */
    public boolean redeem(String hash, Instant now) {
        return entities.createQuery(
                                "UPDATE AuthorizationCode c SET c.redeemedAt = :now WHERE c.hash = :hash AND c.redeemedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    /** Counts a wrong verifier for a code that is not spent; answers whether there is one. */
    public boolean countFailure(String hash) {
        return entities.createQuery("UPDATE AuthorizationCode c SET c.failures = c.failures + 1"
                                + " WHERE c.hash = :hash AND c.redeemedAt IS NULL")
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    /** Spends a code that saw so many wrong verifiers; answers whether this call did. */
    public boolean exhaust(String hash, int failures, Instant now) {
        return entities.createQuery("UPDATE AuthorizationCode c SET c.redeemedAt = :now"
                                + " WHERE c.hash = :hash AND c.redeemedAt IS NULL AND c.failures >= :failures")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .setParameter("failures", failures)
                        .executeUpdate()
                == 1;
    }
}
