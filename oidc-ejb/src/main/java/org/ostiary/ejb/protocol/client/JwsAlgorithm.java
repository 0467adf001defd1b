package org.ostiary.ejb.protocol.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The signature algorithms that are used here (RFC 7518, section 3.1; RFC 8037, section 3.1). */
public enum JwsAlgorithm {
    /** RSA with PKCS #1 1.5 padding. Every provider must have it (OIDC Core 1.0, section 15.1). */
    RS256("RS256"),
    /** RSA with PSS padding. */
    PS256("PS256"),
    /** ECDSA on P-256. */
    ES256("ES256"),
    /** ECDSA on P-384. */
    ES384("ES384"),
    /** Ed25519. */
    EDDSA("EdDSA"),
    /** HMAC under a client's secret; clients sign with it, this provider never does. */
    HS256("HS256"),
    /** No signature; only for request objects of clients that registered it. */
    NONE("none");

    /** What this provider signs with. */
    public static final List<JwsAlgorithm> SIGNING = List.of(RS256, PS256, ES256, ES384, EDDSA);

    private final String value;

    JwsAlgorithm(String value) {
        this.value = value;
    }

    /** The value on the wire and in configuration. */
    public String value() {
        return value;
    }

    /** What the header of a token that a client signed may call it (RFC 9864, section 2.2, for the second name). */
    public List<String> names() {
        return this == EDDSA ? List.of(value, "Ed25519") : List.of(value);
    }

    /**
     * Finds the constant of a value on the wire.
     *
     * @return empty when no constant has this value; letter case counts
     */
    public static Optional<JwsAlgorithm> of(String value) {
        return Stream.of(values())
                .filter(candidate -> candidate.value.equals(value))
                .findFirst();
    }
}
