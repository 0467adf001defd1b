package org.ostiary.persistence.interaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An authorization request that its client pushed beforehand (RFC 9126). It may be looked at often and answered once. */
@Entity
@Table(name = "pushed_request")
public class PushedRequest {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "parameters")
    private String parameters;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected PushedRequest() {}

    /** A request pushed by an authenticated client; {@code hash} is that of its reference, the parameters are form-encoded. */
    public PushedRequest(String hash, String clientId, String parameters, Instant expiresAt) {
        this.hash = hash;
        this.clientId = clientId;
        this.parameters = parameters;
        this.expiresAt = expiresAt;
    }

    public String hash() {
        return hash;
    }

    public String clientId() {
        return clientId;
    }

    public String parameters() {
        return parameters;
    }

    /** Whether the request may still be answered. */
    public boolean open(Instant now) {
        return completedAt == null && now.isBefore(expiresAt);
    }
}
