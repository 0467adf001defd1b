package org.ostiary.persistence.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

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
