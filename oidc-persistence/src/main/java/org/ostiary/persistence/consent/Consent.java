package org.ostiary.persistence.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's remembered decision on one item for one client: a yes or a no, until it expires or is decided anew. See
 * {@link ConsentItem} for what an item is.
 */
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

    @Column(name = "granted")
    private boolean granted;

    @Column(name = "source")
    private String source;

    @Column(name = "fingerprint")
    private String fingerprint;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Consent() {}

    /** Remembers the decision on an item. */
    public Consent(String accountId, String clientId, String item, ConsentDecision decision) {
        this.accountId = accountId;
        this.clientId = clientId;
        this.scope = item;
        this.granted = decision.granted();
        this.source = decision.source().value();
        this.fingerprint = decision.fingerprint();
        this.decidedAt = decision.decidedAt();
        this.expiresAt = decision.expiresAt();
    }

    /** The person decided anew. */
    public void decide(ConsentDecision decision) {
        granted = decision.granted();
        source = decision.source().value();
        fingerprint = decision.fingerprint();
        decidedAt = decision.decidedAt();
        expiresAt = decision.expiresAt();
    }

    public String clientId() {
        return clientId;
    }

    /** What was decided on. */
    public String item() {
        return scope;
    }

    /** Whether it was a yes. */
    public boolean granted() {
        return granted;
    }

    public ConsentSource source() {
        return ConsentSource.of(source);
    }

    /** Whether the person saw then what the fingerprint is of. */
    public boolean about(String currentFingerprint) {
        return fingerprint.equals(currentFingerprint);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Null for a decision that counts until it is changed. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public boolean counts(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
