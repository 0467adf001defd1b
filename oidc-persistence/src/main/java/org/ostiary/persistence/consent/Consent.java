package org.ostiary.persistence.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person's remembered yes to one scope for one client, until it expires. */
@Entity
@Table(name = "consent")
@IdClass(ConsentId.class)
public class Consent {

    @Id
    @Column(name = "account_id")
    private String accountId;

    @Id
    @Column(name = "client_id")
    private String clientId;

    @Id
    @Column(name = "scope")
    private String scope;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Consent() {}

    /** A yes given now that counts until {@code expiresAt}. */
    public Consent(String accountId, String clientId, String scope, Instant now, Instant expiresAt) {
        this.accountId = accountId;
        this.clientId = clientId;
        this.scope = scope;
        this.decidedAt = now;
        this.expiresAt = expiresAt;
    }

    /** Says yes again. */
    public void renew(Instant now, Instant until) {
        decidedAt = now;
        expiresAt = until;
    }

    public String scope() {
        return scope;
    }

    public boolean counts(Instant now) {
        return now.isBefore(expiresAt);
    }
}
