package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.subject.SubjectIdentifier;

/** The access tokens. */
@ApplicationScoped
public class AccessTokens {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected AccessTokens() {}

    /** Works on the given entity manager. */
    public AccessTokens(EntityManager entities) {
        this.entities = entities;
    }

    public void add(AccessToken token) {
        entities.persist(token);
    }

    /** The token with all that decides whether it works and for whom; one statement. */
    public Optional<TokenStanding> find(String hash) {
        return entities.createQuery(
                        "SELECT t, g, a, s, i FROM AccessToken t JOIN Grant g ON g.id = t.grantId"
                                + " JOIN Account a ON a.id = g.accountId JOIN LoginSession s ON s.id = g.sessionId"
                                + " JOIN SubjectIdentifier i ON i.accountId = g.accountId AND i.sector = g.sector"
                                + " WHERE t.hash = :hash",
                        Object[].class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .map(row -> new TokenStanding(
                        (AccessToken) row[0],
                        new GrantStanding((Grant) row[1], (Account) row[2], (LoginSession) row[3]),
                        ((SubjectIdentifier) row[4]).sub()));
    }

    /** Revokes this one token, not its grant; answers whether this call did. */
    public boolean revoke(String hash, Instant now) {
        return entities.createQuery("UPDATE AccessToken t SET t.revokedAt = :now"
                                + " WHERE t.hash = :hash AND t.revokedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }
}
