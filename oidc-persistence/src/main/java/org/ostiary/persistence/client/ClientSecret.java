package org.ostiary.persistence.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
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

    @Column(name = "sealed")
    private @Nullable String sealed;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ClientSecret() {}

    /**
     * A secret.
     *
     * @param digest never the secret itself
     * @param sealed the secret, sealed, where its client signs with it; null elsewhere
     * @param notAfter when it stops to count; null for never
     */
    public ClientSecret(String clientId, String digest, @Nullable String sealed, @Nullable Instant notAfter) {
        this.id = UUID.randomUUID().toString();
        this.clientId = clientId;
        this.digest = digest;
        this.sealed = sealed;
        this.notAfter = notAfter;
    }

    public String id() {
        return id;
    }

    /** Stops to count at that moment, unless it does before. */
    public void end(Instant moment) {
        if (notAfter == null || moment.isBefore(notAfter)) {
            notAfter = moment;
        }
    }

    public String clientId() {
        return clientId;
    }

    public String digest() {
        return digest;
    }

    /** Null unless the client signs with the secret. */
    public @Nullable String sealed() {
        return sealed;
    }

    /** Null for never. */
    public @Nullable Instant notAfter() {
        return notAfter;
    }

    /** Whether the other is the same secret with the same end; sealed values differ each time and are not compared. */
    public boolean sameAs(ClientSecret other) {
        return digest.equals(other.digest)
                && Objects.equals(notAfter, other.notAfter)
                && (sealed == null) == (other.sealed == null);
    }

    public boolean usable(Instant now) {
        return notAfter == null || now.isBefore(notAfter);
    }
}
