package org.ostiary.ejb.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.KeyRing;

/** Keeps the prepared documents; the key set is prepared again when the keys are other ones. */
@ApplicationScoped
public class PublicDocuments {

    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private record KeySet(String json, PreparedDocument document) {}

    private final AtomicReference<@Nullable PreparedDocument> metadata = new AtomicReference<>();
    private final AtomicReference<@Nullable KeySet> keySet = new AtomicReference<>();

    @Inject
    ProviderConfig config;

    @Inject
    ScopeClaims scopeClaims;

    @Inject
    KeyRing keys;

    PreparedDocument metadata() {
        PreparedDocument prepared = metadata.get();
        if (prepared == null) {
            prepared = PreparedDocument.of(JsonText.object(ProviderMetadata.of(config, scopeClaims)), ONE_HOUR);
            metadata.set(prepared);
        }
        return prepared;
    }

    PreparedDocument jwks() {
        String json = keys.publicKeySet();
        KeySet prepared = keySet.get();
        if (prepared == null || !prepared.json().equals(json)) {
            prepared = new KeySet(json, PreparedDocument.of(json, config.keys().jwksMaxAge()));
            keySet.set(prepared);
        }
        return prepared.document();
    }
}
