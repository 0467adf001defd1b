package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.keys.JwkSets;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.keys.VerifiedJwt;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.OutboundException;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * The keys of clients (OIDC Core 1.0, section 10.1.1). A published set is kept five minutes; a key that it does not name makes
 * this node fetch it again, once a minute at most, so that neither a rotation nor an attacker costs more. Never called within
 * a transaction.
 */
@ApplicationScoped
public class ClientKeySets {

    private static final Logger LOG = Logger.getLogger(ClientKeySets.class.getName());
    private static final String NO_KEYS = "{\"keys\":[]}";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);

    private record Published(String jwkSet, Instant fetchedAt, Instant triedAt) {
        boolean old(Instant now) {
            return !now.isBefore(fetchedAt.plus(KEPT));
        }

        boolean mayTryAgain(Instant now) {
            return !now.isBefore(triedAt.plus(BETWEEN_FETCHES));
        }
    }

    private final Map<String, Published> published = new ConcurrentHashMap<>();

    @Inject
    GuardedHttp http;

    @Inject
    JwtVerifier verifier;

    @Inject
    Clock clock;

    /** The token, when a key of the client verifies it by one of the algorithms. */
    public Optional<VerifiedJwt> verify(RegisteredClient client, String jwt, Set<JwsAlgorithm> allowed) {
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
        Instant now = clock.instant();
        // One fetch at a time for each address; whoever waited finds what it brought.
        return published
                .compute(uri, (address, known) -> {
                    boolean wanted = known == null || known.old(now) || newest;
                    return wanted && (known == null || known.mayTryAgain(now)) ? fetch(address, known, now) : known;
                })
                .jwkSet();
    }

    /** A set that cannot be had or is refused leaves the one that is known. */
    private Published fetch(String uri, @Nullable Published known, Instant now) {
        try {
            String jwkSet = new String(http.get(URI.create(uri)), StandardCharsets.UTF_8);
            Optional<String> refusal = JwkSets.refusal(jwkSet);
            if (refusal.isEmpty()) {
                return new Published(jwkSet, now, now);
            }
            LOG.warning(() -> "The JWK Set at " + uri + " is not used: it " + refusal.get());
        } catch (OutboundException e) {
            LOG.warning(() -> "The JWK Set at " + uri + " could not be fetched: " + e.getMessage());
        }
        return known == null
                ? new Published(NO_KEYS, Instant.EPOCH, now)
                : new Published(known.jwkSet(), known.fetchedAt(), now);
    }
}
