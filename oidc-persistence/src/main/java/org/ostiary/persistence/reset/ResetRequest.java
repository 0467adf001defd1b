package org.ostiary.persistence.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody says they forgot the password of an account. It is there until it was answered, once. */
@Entity
@Table(name = "password_reset_request")
public class ResetRequest {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "sealed_name")
    private String sealedName;

    @Column(name = "ip")
    private String ip;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ResetRequest() {}

    /** A request that was just made by a browser that calls itself {@code userAgent}; the name is sealed for this row. */
    public ResetRequest(String id, String sealedName, String ip, String requestId, String userAgent, Instant now) {
        this.id = id;
        this.sealedName = sealedName;
        this.ip = ip;
        this.requestId = requestId;
        this.userAgent = userAgent;
        this.createdAt = now;
    }

    public String id() {
        return id;
    }

    public String sealedName() {
        return sealedName;
    }

    public String ip() {
        return ip;
    }

    public String requestId() {
        return requestId;
    }

    public String userAgent() {
        return userAgent;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
