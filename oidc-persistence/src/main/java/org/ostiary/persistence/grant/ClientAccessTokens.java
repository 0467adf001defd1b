package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access tokens of clients that act for themselves. */
@ApplicationScoped
public class ClientAccessTokens {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected ClientAccessTokens() {}

    /** Works on the given entity manager. */
    public ClientAccessTokens(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ClientAccessToken token) {
        entities.persist(token);
    }

    public Optional<ClientAccessToken> find(String hash) {
        return Optional.ofNullable(entities.find(ClientAccessToken.class, hash));
    }

    /** How many tokens still work, of one client or with null of all. */
    public long countLive(@Nullable String clientId, Instant now) {
        String ofClient = clientId == null ? "" : " AND t.clientId = :client";
        TypedQuery<Long> query = entities.createQuery(
                        "SELECT COUNT(t) FROM ClientAccessToken t WHERE t.revokedAt IS NULL AND t.expiresAt > :now"
                                + ofClient,
                        Long.class)
                .setParameter("now", now);
        return (clientId == null ? query : query.setParameter("client", clientId)).getSingleResult();
    }

    /** Revokes what still works, of one client or with null of all; answers how many tokens that were. */
    public int revokeLive(@Nullable String clientId, Instant now) {
        String ofClient = clientId == null ? "" : " AND t.clientId = :client";
        Query query = entities.createQuery("UPDATE ClientAccessToken t SET t.revokedAt = :now"
                        + " WHERE t.revokedAt IS NULL AND t.expiresAt > :now" + ofClient)
                .setParameter("now", now);
        return (clientId == null ? query : query.setParameter("client", clientId)).executeUpdate();
    }

    /** Revokes the token; answers whether this call did. */
    public boolean revoke(String hash, Instant now) {
        return entities.createQuery("UPDATE ClientAccessToken t SET t.revokedAt = :now"
                                + " WHERE t.hash = :hash AND t.revokedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }
}
