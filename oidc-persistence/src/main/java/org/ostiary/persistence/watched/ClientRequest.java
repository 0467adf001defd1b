package org.ostiary.persistence.watched;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request of a client that was watched, with what may be shown of it. Never changes. */
@Entity
@Table(name = "client_request")
public class ClientRequest {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "endpoint")
    private String endpoint;

    @Column(name = "status")
    private int status;

    @Column(name = "rule")
    private @Nullable String rule;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "parameters")
    private String parameters;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ClientRequest() {}

    /**
     * A request that was answered now.
     *
     * @param expiresAt when it is forgotten
     * @param parameters a JSON object
     */
    public ClientRequest(
            String clientId,
            Instant now,
            Instant expiresAt,
            String endpoint,
            int status,
            @Nullable String rule,
            String requestId,
            String parameters) {
        this.id = UUID.randomUUID().toString();
        this.clientId = clientId;
        this.happenedAt = now;
        this.expiresAt = expiresAt;
        this.endpoint = endpoint;
        this.status = status;
        this.rule = rule;
        this.requestId = requestId;
        this.parameters = parameters;
    }

    public String clientId() {
        return clientId;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public String endpoint() {
        return endpoint;
    }

    public int status() {
        return status;
    }

    /** Null where it was not refused. */
    public @Nullable String rule() {
        return rule;
    }

    public String requestId() {
        return requestId;
    }

    public String parameters() {
        return parameters;
    }
}
