package org.ostiary.persistence.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token, as a hash only.
 *
 * <p>It is used once: its rotation makes one successor, and a second use later than a moment of grace ends the whole grant
 * (RFC 9700, section 4.14.2). All tokens of a grant end together at the end of the family.
 */
@Entity
@Table(name = "refresh_token")
public class RefreshToken {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "grant_id")
    private String grantId;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "family_expires_at")
    private @Nullable Instant familyExpiresAt;

    @Column(name = "rotated_at")
    private @Nullable Instant rotatedAt;

    @Column(name = "rotated_scope")
    private @Nullable String rotatedScope;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    /**
     * A token issued now that counts until {@code expiresAt}.
     *
     * @param familyExpiresAt when all tokens of the grant end; null for never
     */
    public RefreshToken(
            String hash, String grantId, Instant now, Instant expiresAt, @Nullable Instant familyExpiresAt) {
        this.hash = hash;
        this.grantId = grantId;
        this.issuedAt = now;
        this.expiresAt = expiresAt;
        this.familyExpiresAt = familyExpiresAt;
    }

    public String hash() {
        return hash;
    }

    public String grantId() {
        return grantId;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Null for never. */
    public @Nullable Instant familyExpiresAt() {
        return familyExpiresAt;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt) || (familyExpiresAt != null && !now.isBefore(familyExpiresAt));
    }

    public boolean rotated() {
        return rotatedAt != null;
    }

    /** Whether the token was used so short a time ago that its client may not have got the answer. */
    public boolean usedWithin(Duration grace, Instant now) {
        return rotatedAt != null && now.isBefore(rotatedAt.plus(grace));
    }

    /** Whether the answer to its use had this scope, space-separated. */
    public boolean rotatedFor(String scope) {
        return scope.equals(rotatedScope);
    }
}
