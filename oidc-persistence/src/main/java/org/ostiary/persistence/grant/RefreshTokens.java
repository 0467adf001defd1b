package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.subject.SubjectIdentifier;

/** The refresh tokens. */
@ApplicationScoped
public class RefreshTokens {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshTokens() {}

    /** Works on the given entity manager. */
    public RefreshTokens(EntityManager entities) {
        this.entities = entities;
    }

    public void add(RefreshToken token) {
        entities.persist(token);
    }

    /** The token with all that decides whether it counts and for whom; one statement, and never an older state of the row. */
    public Optional<RefreshStanding> find(String hash) {
        return entities.createQuery(
                        "SELECT t, g, a, s, i FROM RefreshToken t JOIN Grant g ON g.id = t.grantId"
                                + " JOIN Account a ON a.id = g.accountId JOIN LoginSession s ON s.id = g.sessionId"
                                + " JOIN SubjectIdentifier i ON i.accountId = g.accountId AND i.sector = g.sector"
                                + " WHERE t.hash = :hash",
                        Object[].class)
                .setParameter("hash", hash)
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .findFirst()
                .map(row -> new RefreshStanding(
                        (RefreshToken) row[0],
                        new GrantStanding((Grant) row[1], (Account) row[2], (LoginSession) row[3]),
                        ((SubjectIdentifier) row[4]).sub()));
    }

    /** Spends the token for an answer with this scope, space-separated; true for exactly one caller, however many try at once. */
    public boolean rotate(String hash, String scope, Instant now) {
        return entities.createQuery("UPDATE RefreshToken t SET t.rotatedAt = :now, t.rotatedScope = :scope"
                                + " WHERE t.hash = :hash AND t.rotatedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("scope", scope)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }
}
