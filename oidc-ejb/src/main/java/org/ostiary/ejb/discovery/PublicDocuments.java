package org.ostiary.ejb.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.keys.KeyRing;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** Keeps the prepared documents; the key set is prepared again when the keys are other ones. */
@ApplicationScoped
public class PublicDocuments {

    private static final Duration ONE_HOUR = Duration.ofHours(1);

    /** A document, and the key set and the scopes it is right for. */
    private record Prepared(String keySet, int scopes, PreparedDocument document) {}

    private final AtomicReference<@Nullable Prepared> metadata = new AtomicReference<>();
    private final AtomicReference<@Nullable Prepared> keySet = new AtomicReference<>();

    @Inject
    ProviderConfig config;

    @Inject
    ScopeClaims scopeClaims;

    @Inject
    KeyRing keys;

    @Inject
    JwtSigner signer;

    PreparedDocument metadata() {
        JwsAlgorithm algorithm = config.discoverySignedResponseAlg();
        // Signed anew when the keys are other ones, so that the signature can be verified with those published.
        String signedFor = algorithm == null ? "" : keys.publicKeySet();
        Prepared prepared = metadata.get();
        int scopes = scopeClaims.revision();
        if (prepared == null
                || prepared.scopes() != scopes
                || !prepared.keySet().equals(signedFor)) {
            prepared = new Prepared(
                    signedFor, scopes, PreparedDocument.of(JsonText.object(described(algorithm)), ONE_HOUR));
            metadata.set(prepared);
        }
        return prepared.document();
    }

    /** With the same once more as a signed token where the operator wants that (RFC 8414, section 2.1). */
    private Map<String, Object> described(@Nullable JwsAlgorithm algorithm) {
        Map<String, Object> members = ProviderMetadata.of(config, scopeClaims);
        if (algorithm != null) {
            Map<String, Object> claims = new LinkedHashMap<>(members);
            claims.put("iss", config.issuer().value());
            members.put("signed_metadata", signer.sign(algorithm, null, JsonText.object(claims)));
        }
        return members;
    }

    PreparedDocument jwks() {
        String json = keys.publicKeySet();
        Prepared prepared = keySet.get();
        if (prepared == null || !prepared.keySet().equals(json)) {
            prepared = new Prepared(
                    json, 0, PreparedDocument.of(json, config.keys().jwksMaxAge()));
            keySet.set(prepared);
        }
        return prepared.document();
    }
}
