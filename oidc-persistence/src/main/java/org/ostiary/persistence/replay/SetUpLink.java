package org.ostiary.persistence.replay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that lets one person create the first administrator, once and for a short time. */
@Entity
@Table(name = "setup_link")
public class SetUpLink {

    @Id
    @Column(name = "hash")
    private String hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SetUpLink() {}

    /** A link that was just made. */
    public SetUpLink(String hash, Instant now, Instant expiresAt) {
        this.hash = hash;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public boolean usable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }
}
