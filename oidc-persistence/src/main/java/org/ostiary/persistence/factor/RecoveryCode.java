package org.ostiary.persistence.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code that stands in for a lost second factor, once. A new set replaces all codes of the account. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RecoveryCode() {}

    /** A code made now. */
    public RecoveryCode(String hash, String accountId, Instant now) {
        this.hash = hash;
        this.accountId = accountId;
        this.createdAt = now;
    }

    public String hash() {
        return hash;
    }

    public String accountId() {
        return accountId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null while it works. */
    public @Nullable Instant usedAt() {
        return usedAt;
    }
}
