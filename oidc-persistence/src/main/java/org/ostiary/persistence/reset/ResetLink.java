package org.ostiary.persistence.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets an account's owner choose a new password, once and for a short time. It ends earlier when the password or the
 * address that it was sent to is changed in another way.
 */
@Entity
@Table(name = "password_reset_link")
public class ResetLink {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ResetLink() {}

    /** A link that was just made. */
    public ResetLink(String hash, String accountId, Instant now, Instant expiresAt) {
        this.hash = hash;
        this.accountId = accountId;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public String accountId() {
        return accountId;
    }

    /** Whether it still works. */
    public boolean usable(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }
}
