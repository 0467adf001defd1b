package org.ostiary.persistence.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** What has been used and must not be used again. */
@ApplicationScoped
public class UsedIdentifiers {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected UsedIdentifiers() {}

    /** Works on the given entity manager. */
    public UsedIdentifiers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Notes the use; true for the first caller only.
     *
     * <p>When two callers arrive in the same instant the second one's statement fails on the primary key, which rolls its
     * transaction back: the caller must treat a {@link jakarta.persistence.PersistenceException} like {@code false}.
     *
     * @param expiresAt when the identifier would be refused anyway, so that the note may be tidied away
     */
    public boolean use(String kind, String hash, Instant expiresAt) {
        return entities.createNativeQuery("INSERT INTO used_identifier (kind, hash, expires_at)"
                                + " SELECT CAST(?1 AS VARCHAR(20)), CAST(?2 AS VARCHAR(43)), CAST(?3 AS BIGINT)"
                                + " WHERE NOT EXISTS (SELECT 1 FROM used_identifier WHERE kind = ?1 AND hash = ?2)")
                        .setParameter(1, kind)
                        .setParameter(2, hash)
                        .setParameter(3, expiresAt.toEpochMilli())
                        .executeUpdate()
                == 1;
    }
}
