package org.ostiary.persistence.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * An authenticator app of an account (RFC 6238). It exists once its first code was right, and ends when the person removes it;
 * between the two each of its time steps works once.
 */
@Entity
@Table(name = "totp_credential")
public class TotpCredential {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "name")
    private String name;

    @Column(name = "sealed_seed")
    private String sealedSeed;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TotpCredential() {}

    /** A credential whose first code, that of {@code step}, was right just now. */
    public TotpCredential(String id, String accountId, String name, String sealedSeed, long step, Instant now) {
        this.id = id;
        this.accountId = accountId;
        this.name = name;
        this.sealedSeed = sealedSeed;
        this.lastStep = step;
        this.createdAt = now;
        this.lastUsedAt = now;
    }

    public String id() {
        return id;
    }

    public String accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public String sealedSeed() {
        return sealedSeed;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }
}
