package org.ostiary.persistence.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.ostiary.persistence.column.WordsConverter;

/** An opaque access token, as a hash only. It works until it expires, and only while its grant counts. */
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

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {}

    /** A token issued now. */
    public AccessToken(String hash, String grantId, Set<String> scopes, Instant now, Instant expiresAt) {
        this.hash = hash;
        this.grantId = grantId;
        this.scopes = scopes;
        this.issuedAt = now;
        this.expiresAt = expiresAt;
    }

    public Set<String> scopes() {
        return scopes;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
