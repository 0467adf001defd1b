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

/** An access token of a client that acts for itself (RFC 6749, section 4.4), as a hash only. It hangs on its client alone. */
@Entity
@Table(name = "client_access_token")
public class ClientAccessToken {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "client_id")
    private String clientId;

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
    protected ClientAccessToken() {}

    /** A token issued now. */
    public ClientAccessToken(
            String hash, String clientId, Set<String> scopes, Set<String> audience, Instant now, Instant expiresAt) {
        this.hash = hash;
        this.clientId = clientId;
        this.scopes = scopes;
        this.audience = audience;
        this.issuedAt = now;
        this.expiresAt = expiresAt;
    }

    public String clientId() {
        return clientId;
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

    /** Whether the token may still be used. */
    public boolean live(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
