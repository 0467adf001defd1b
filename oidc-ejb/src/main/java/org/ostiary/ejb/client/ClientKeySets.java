package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.keys.VerifiedJwt;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * The keys of clients (OIDC Core 1.0, section 10.1.1). A published set is kept five minutes; a key that it does not name makes
 * this node fetch it again, once a minute at most, so that neither a rotation nor an attacker costs more. Never called within
 * a transaction.
 */
@ApplicationScoped
public class ClientKeySets {

    private static final String NO_KEYS = PublishedKeys.NONE;

    private final Map<String, PublishedKeys> published = new ConcurrentHashMap<>();

    @Inject
    GuardedHttp http;

    @Inject
    JwtVerifier verifier;

    @Inject
    Clock clock;

    /** The token, when a key of the client verifies it by one of the algorithms. */
    public Optional<VerifiedJwt> verify(RegisteredClient client, String jwt, Collection<JwsAlgorithm> allowed) {
        String jwkSet = jwkSet(client, false);
        if (client.keys().jwksUri() != null && verifier.namesUnknownKey(jwt, jwkSet)) {
            jwkSet = jwkSet(client, true);
        }
        return verifier.verify(jwt, allowed, jwkSet);
    }

    private String jwkSet(RegisteredClient client, boolean newest) {
        String inline = client.keys().jwks();
        String uri = client.keys().jwksUri();
        if (inline != null || uri == null) {
            return inline == null ? NO_KEYS : inline;
        }
        // The map waits for nobody: only callers of the same address wait for one another.
        return published
                .computeIfAbsent(uri, address -> new PublishedKeys(address, http))
                .jwkSet(newest, clock.instant());
    }
}
