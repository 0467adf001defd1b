package org.ostiary.persistence.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key pair that signs tokens. The private part is stored sealed under the master key and opened in memory only. */
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
    private String sealedPrivate;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    /**
     * A key pair generated now.
     *
     * @param kid the thumbprint of the public key (RFC 7638), in full
     * @param algorithm the JWS algorithm it signs with (RFC 7518, section 3.1)
     */
    public SigningKey(String kid, String algorithm, String publicJwk, String sealedPrivate, Instant now) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.publicJwk = publicJwk;
        this.sealedPrivate = sealedPrivate;
        this.createdAt = now;
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

    public String sealedPrivate() {
        return sealedPrivate;
    }
}
