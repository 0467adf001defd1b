package org.ostiary.persistence.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code: issued once, redeemed at most once before it expires, kept afterwards so that a second redemption
 * is seen for what it is (RFC 6749, section 4.1.2).
 */
@Entity
@Table(name = "authorization_code")
public class AuthorizationCode {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "grant_id")
    private String grantId;

    @Column(name = "redirect_uri")
    private String redirectUri;

    @Column(name = "code_challenge")
    private @Nullable String codeChallenge;

    @Column(name = "nonce")
    private @Nullable String nonce;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "redeemed_at")
    private @Nullable Instant redeemedAt;

    @Column(name = "failures")
    private int failures;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected AuthorizationCode() {}

    /** A code that was just issued. {@code codeChallenge} is an S256 challenge, {@code nonce} the client's; null for none. */
    public AuthorizationCode(
            String hash,
            String grantId,
            String redirectUri,
            @Nullable String codeChallenge,
            @Nullable String nonce,
            Instant expiresAt) {
        this.hash = hash;
        this.grantId = grantId;
        this.redirectUri = redirectUri;
        this.codeChallenge = codeChallenge;
        this.nonce = nonce;
        this.expiresAt = expiresAt;
    }

    public String hash() {
        return hash;
    }

    public String grantId() {
        return grantId;
    }

    public String redirectUri() {
        return redirectUri;
    }

    /** Null when the request had none. */
    public @Nullable String codeChallenge() {
        return codeChallenge;
    }

    /** Null when the request had none. */
    public @Nullable String nonce() {
        return nonce;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** How often someone brought a verifier that does not fit. */
    public int failures() {
        return failures;
    }

    public boolean redeemed() {
        return redeemedAt != null;
    }
}
