package org.ostiary.persistence.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of a client's secrets, as a digest only; a client may have several, so that one can replace another without a gap. */
@Entity
@Table(name = "client_secret")
public class ClientSecret {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "digest")
    private String digest;

    @Column(name = "not_after")
    private @Nullable Instant notAfter;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ClientSecret() {}

    /** A secret without an end; {@code digest} must never be the secret itself. */
    public ClientSecret(String clientId, String digest) {
        this.id = UUID.randomUUID().toString();
        this.clientId = clientId;
        this.digest = digest;
    }

    public String clientId() {
        return clientId;
    }

    public String digest() {
        return digest;
    }

    public boolean usable(Instant now) {
        return notAfter == null || now.isBefore(notAfter);
    }
}
