package org.ostiary.persistence.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The mail that waits to be sent, or was. */
@ApplicationScoped
public class OutgoingMails {

    @PersistenceContext(unitName = "ostiary")
    EntityManager entities;

    /** For CDI. */
    @SuppressWarnings("NullAway.Init")
    protected OutgoingMails() {}

    /** Works on the given entity manager. */
    public OutgoingMails(EntityManager entities) {
        this.entities = entities;
    }

    public void add(OutgoingMail mail) {
        entities.persist(mail);
    }

    /** So many at most whose next try is due, those that wait longest first. */
    public List<OutgoingMail> due(Instant now, int most) {
        return entities.createQuery(
                        "SELECT m FROM OutgoingMail m WHERE m.nextAt >= :start AND m.nextAt <= :now"
                                + " ORDER BY m.nextAt, m.id",
                        OutgoingMail.class)
                // Else H2 would begin with all that will never be tried again.
                .setParameter("start", Instant.EPOCH)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Begins the next try; true for exactly one caller, whom nobody disturbs before {@code nextAt}, when the try after this
     * one is due.
     */
    public boolean begin(OutgoingMail mail, Instant nextAt) {
        return entities.createQuery("UPDATE OutgoingMail m SET m.tries = m.tries + 1, m.nextAt = :next"
                                + " WHERE m.id = :id AND m.tries = :tries AND m.nextAt IS NOT NULL")
                        .setParameter("next", nextAt)
                        .setParameter("id", mail.id())
                        .setParameter("tries", mail.tries())
                        .executeUpdate()
                == 1;
    }

    /** Notes that it was sent; its text goes. */
    public void sent(String id, Instant now) {
        entities.createQuery("UPDATE OutgoingMail m SET m.sentAt = :now, m.nextAt = NULL, m.sealedText = NULL"
                        + " WHERE m.id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Notes that it is never tried again; its text goes. True for exactly one caller. */
    public boolean giveUp(String id) {
        return entities.createQuery("UPDATE OutgoingMail m SET m.nextAt = NULL, m.sealedText = NULL"
                                + " WHERE m.id = :id AND m.nextAt IS NOT NULL")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** How many of one kind were written to an account since a moment, sent or not. */
    public long count(String accountId, String kind, Instant since) {
        return entities.createQuery(
                        "SELECT COUNT(m) FROM OutgoingMail m WHERE m.accountId = :account AND m.kind = :kind"
                                + " AND m.createdAt > :since",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("kind", kind)
                .setParameter("since", since)
                .getSingleResult();
    }
}
