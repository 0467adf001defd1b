package org.ostiary.persistence.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair that signs tokens, with its life planned ahead as {@link KeyState} draws it. The private part is stored sealed
 * under the master key, opened in memory only, and destroyed once it can't sign any more.
 */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    @Column(name = "kid")
    private String kid;

    @Column(name = "algorithm")
    private String algorithm;

    @Column(name = "public_jwk")
    private String publicJwk;

    @Column(name = "sealed_private")
    private @Nullable String sealedPrivate;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "active_from")
    private Instant activeFrom;

    @Column(name = "signs_until")
    private @Nullable Instant signsUntil;

    @Column(name = "published_until")
    private @Nullable Instant publishedUntil;

    @Column(name = "verifies_until")
    private @Nullable Instant verifiesUntil;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    /**
     * A key pair that is published from now on.
     *
     * @param kid the thumbprint of the public key (RFC 7638), in full
     * @param algorithm the JWS algorithm it signs with (RFC 7518, section 3.1)
     * @param activeFrom when it begins to sign
     */
    public SigningKey(
            String kid, String algorithm, String publicJwk, String sealedPrivate, Instant now, Instant activeFrom) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.publicJwk = publicJwk;
        this.sealedPrivate = sealedPrivate;
        this.createdAt = now;
        this.activeFrom = activeFrom;
    }

    /**
     * Plans the end: another key takes over.
     *
     * @param takeover when this one stops signing
     * @param published how long after it the key is still published
     * @param verifies how long after it the key still verifies what comes back to us
     */
    public void retire(Instant takeover, Duration published, Duration verifies) {
        signsUntil = takeover;
        publishedUntil = takeover.plus(published);
        verifiesUntil = takeover.plus(verifies);
    }

    /** Begins to sign now instead of later. */
    public void hurry(Instant now) {
        activeFrom = now;
    }

    /** Ends at once: what it signed is worth nothing any more, here and, as soon as they look, elsewhere. */
    public void revoke(Instant now) {
        signsUntil = now;
        publishedUntil = now;
        verifiesUntil = now;
        sealedPrivate = null;
    }

    /** Forgets the private part. */
    public void destroyPrivatePart() {
        sealedPrivate = null;
    }

    /** Where in its life the key is. */
    public KeyState state(Instant now) {
        if (reached(verifiesUntil, now)) {
            return KeyState.OVER;
        }
        if (reached(publishedUntil, now)) {
            return KeyState.RETIRED;
        }
        if (reached(signsUntil, now)) {
            return KeyState.RETIRING;
        }
        return reached(activeFrom, now) ? KeyState.ACTIVE : KeyState.PENDING;
    }

    private static boolean reached(@Nullable Instant moment, Instant now) {
        return moment != null && !now.isBefore(moment);
    }

    public String kid() {
        return kid;
    }

    public String algorithm() {
        return algorithm;
    }

    public String publicJwk() {
        return publicJwk;
    }

    /** Null once it was destroyed. */
    public @Nullable String sealedPrivate() {
        return sealedPrivate;
    }

    /** Since when it is published. */
    public Instant createdAt() {
        return createdAt;
    }

    public Instant activeFrom() {
        return activeFrom;
    }

    /** Null while no other key is to take over. */
    public @Nullable Instant signsUntil() {
        return signsUntil;
    }

    /** Null while no other key is to take over. */
    public @Nullable Instant publishedUntil() {
        return publishedUntil;
    }

    /** Null while no other key is to take over. */
    public @Nullable Instant verifiesUntil() {
        return verifiesUntil;
    }
}
