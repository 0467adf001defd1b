package org.ostiary.persistence.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A security key or passkey of an account: the public half of a key pair that never leaves its authenticator. Its counter, where
 * the authenticator has one, only ever grows. When one goes back there may be a copy, and the key is marked for its owner to see.
 */
@Entity
@Table(name = "security_key")
public class SecurityKey {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "credential_id")
    private String credentialId;

    @Column(name = "account_id")
    private String accountId;

    @Column(name = "name")
    private String name;

    @Column(name = "attested_data")
    private String attestedData;

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "synced")
    private boolean synced;

    @Column(name = "passkey")
    private boolean passkey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "copy_suspected_at")
    private @Nullable Instant copySuspectedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SecurityKey() {}

    /**
     * A key that was registered just now.
     *
     * @param credentialId what its authenticator calls it, base64url
     * @param attestedData with its public key, base64url
     * @param synced whether it may live on several devices
     * @param passkey whether the person was verified when it was made
     */
    public SecurityKey(
            String id,
            String credentialId,
            String accountId,
            String name,
            String attestedData,
            long signCount,
            boolean synced,
            boolean passkey,
            Instant now) {
        this.id = id;
        this.credentialId = credentialId;
        this.accountId = accountId;
        this.name = name;
        this.attestedData = attestedData;
        this.signCount = signCount;
        this.synced = synced;
        this.passkey = passkey;
        this.createdAt = now;
        this.lastUsedAt = now;
    }

    public String id() {
        return id;
    }

    public String credentialId() {
        return credentialId;
    }

    public String accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public String attestedData() {
        return attestedData;
    }

    public long signCount() {
        return signCount;
    }

    public boolean synced() {
        return synced;
    }

    public boolean passkey() {
        return passkey;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** When its counter went back, so that there may be two of it; null for never. */
    public @Nullable Instant copySuspectedAt() {
        return copySuspectedAt;
    }
}
