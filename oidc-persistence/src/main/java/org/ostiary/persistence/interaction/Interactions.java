package org.ostiary.persistence.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The authorization requests that wait for a person. Each change is one statement that says in which state it may happen. */
@ApplicationScoped
public class Interactions {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected Interactions() {}

    /** Works on the given entity manager. */
    public Interactions(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Interaction interaction) {
        entities.persist(interaction);
    }

    public Optional<Interaction> find(String handleHash) {
        return Optional.ofNullable(entities.find(Interaction.class, handleHash));
    }

    /** The row as it is now, whatever this transaction saw of it before. */
    public void reread(Interaction interaction) {
        entities.refresh(interaction);
    }

    /** Gives an interaction that belongs to no browser yet to this one; answers whether that happened. */
    public boolean bind(String handleHash, String browserHash) {
        return entities.createQuery("UPDATE Interaction i SET i.browserHash = :browser"
                                + " WHERE i.handleHash = :handle AND i.browserHash IS NULL")
                        .setParameter("browser", browserHash)
                        .setParameter("handle", handleHash)
                        .executeUpdate()
                == 1;
    }

    /**
     * Notes which account the person wants to go on with. An earlier no is forgotten.
     *
     * @param sessionId of that account; null for one that is not logged in yet
     */
    public void choose(String handleHash, @Nullable String sessionId, Instant now) {
        entities.createQuery("UPDATE Interaction i SET i.chosenAt = :now, i.chosenSession = :session,"
                        + " i.deniedAt = NULL WHERE i.handleHash = :handle AND i.completedAt IS NULL")
                .setParameter("now", now)
                .setParameter("session", sessionId)
                .setParameter("handle", handleHash)
                .executeUpdate();
    }

    /** Notes that the account said yes to these items. */
    public void consent(String handleHash, String accountId, Set<String> items, Instant now) {
        entities.createQuery(
                        "UPDATE Interaction i SET i.consentedAt = :now, i.consentedAccount = :account,"
                                + " i.consentedItems = :items, i.deniedAt = NULL WHERE i.handleHash = :handle AND i.completedAt IS NULL")
                .setParameter("now", now)
                .setParameter("account", accountId)
                .setParameter("items", String.join("\n", items))
                .setParameter("handle", handleHash)
                .executeUpdate();
    }

    /** Takes back what the account allowed a client in interactions that were not answered yet. */
    public void withdraw(String accountId, String clientId) {
        entities.createQuery("UPDATE Interaction i SET i.consentedAt = NULL WHERE i.clientId = :client"
                        + " AND i.consentedAccount = :account AND i.completedAt IS NULL")
                .setParameter("client", clientId)
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Notes that the person said no. */
    public void deny(String handleHash, Instant now) {
        entities.createQuery("UPDATE Interaction i SET i.deniedAt = :now, i.consentedAt = NULL"
                        + " WHERE i.handleHash = :handle AND i.completedAt IS NULL")
                .setParameter("now", now)
                .setParameter("handle", handleHash)
                .executeUpdate();
    }

    /** Ends the interaction with an answer; true for exactly one caller. */
    public boolean complete(String handleHash, Instant now) {
        return entities.createQuery("UPDATE Interaction i SET i.completedAt = :now"
                                + " WHERE i.handleHash = :handle AND i.completedAt IS NULL")
                        .setParameter("now", now)
                        .setParameter("handle", handleHash)
                        .executeUpdate()
                == 1;
    }
}
