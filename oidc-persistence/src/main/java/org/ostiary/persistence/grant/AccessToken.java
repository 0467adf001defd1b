package org.ostiary.persistence.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.column.LinesConverter;
import org.ostiary.persistence.column.WordsConverter;

/** An access token, opaque or not, as a hash only. It works until it expires, and only while its grant counts. */
@Entity
@Table(name = "access_token")
public class AccessToken {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "grant_id")
    private String grantId;

    @Convert(converter = WordsConverter.class)
    @Column(name = "scopes")
    private Set<String> scopes;

    @Convert(converter = LinesConverter.class)
    @Column(name = "audience")
    private Set<String> audience;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {}

    /** A token issued now; {@code audience} names the resource servers it is for, none for this provider alone. */
    public AccessToken(
            String hash, String grantId, Set<String> scopes, Set<String> audience, Instant now, Instant expiresAt) {
        this.hash = hash;
        this.audience = audience;
        this.grantId = grantId;
        this.scopes = scopes;
        this.issuedAt = now;
        this.expiresAt = expiresAt;
    }

    public Set<String> scopes() {
        return scopes;
    }

    public Set<String> audience() {
        return audience;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Whether the token itself may still be used; its grant decides as well. */
    public boolean live(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
