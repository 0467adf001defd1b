package org.ostiary.persistence.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person. It waits for its next try until it was sent, is given up, or is not worth sending any more; then
 * only the fact stays, without the text.
 */
@Entity
@Table(name = "outgoing_mail")
public class OutgoingMail {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "kind")
    private String kind;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "sealed_text")
    private @Nullable String sealedText;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "tries")
    private int tries;

    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OutgoingMail() {}

    /**
     * A mail to be sent as soon as possible.
     *
     * @param kind what it tells of, a stable name
     * @param recipient one address
     * @param sealedText subject and text, sealed for this row
     * @param expiresAt when it stops to be worth sending
     */
    public OutgoingMail(
            String id,
            String accountId,
            String kind,
            String recipient,
            String sealedText,
            Instant now,
            Instant expiresAt) {
        this.id = id;
        this.accountId = accountId;
        this.kind = kind;
        this.recipient = recipient;
        this.sealedText = sealedText;
        this.createdAt = now;
        this.expiresAt = expiresAt;
        this.nextAt = now;
    }

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public String kind() {
        return kind;
    }

    public String recipient() {
        return recipient;
    }

    /** Null when it was sent or given up. */
    public @Nullable String sealedText() {
        return sealedText;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** How often somebody began to send it. */
    public int tries() {
        return tries;
    }

    /** Null when it was not sent. */
    public @Nullable Instant sentAt() {
        return sentAt;
    }

    /** Null when it was sent or given up. */
    public @Nullable Instant nextAt() {
        return nextAt;
    }
}
