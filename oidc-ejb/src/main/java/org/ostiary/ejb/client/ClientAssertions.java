package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.keys.VerifiedJwt;
import org.ostiary.ejb.once.OneTimeUse;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Whether an assertion proves that its bearer is the client (RFC 7523, section 3; OIDC Core 1.0, section 9). */
@ApplicationScoped
public class ClientAssertions {
    private static final Set<String> TYPES = Set.of("JWT", "jwt", "client-authentication+jwt");
    private static final String KIND = "client_assertion";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int LONGEST_ID = 255;

    @Inject
    ClientKeySets keySets;

    @Inject
    ClientSecrets secrets;

    @Inject
    JwtVerifier verifier;

    @Inject
    OneTimeUse uses;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Accepts the assertion, which is spent by it.
     *
     * @throws InvalidClient when it proves nothing, or was used before
     */
    void require(KnownClient known, String assertion) {
        RegisteredClient client = known.client();
        VerifiedJwt jwt = signed(known, assertion).orElseThrow(() -> refuse("assertion-signature"));
        if (jwt.type() != null && !TYPES.contains(jwt.type())) {
            throw refuse("assertion-type");
        }
        JsonObject claims = BoundedJson.read(jwt.claims()).orElseThrow(() -> refuse("assertion-claims"));
        requireIdentity(claims, client);
        requireAudience(claims, client);
        Instant expiry = requireTimes(claims);
        String id = text(claims, "jti");
        // Last, so that only an assertion that would be accepted is remembered.
        if (id == null
                || id.length() > LONGEST_ID
                || !uses.first(KIND, client.clientId() + "\n" + id, expiry.plus(SKEW))) {
            throw refuse("assertion-used-once");
        }
    }

    private Optional<VerifiedJwt> signed(KnownClient known, String assertion) {
        RegisteredClient client = known.client();
        if (client.tokenEndpointAuthMethod() == ClientAuthenticationMethod.CLIENT_SECRET_JWT) {
            return secrets.signingSecrets(known).stream()
                    .flatMap(secret -> verifier.verifyHmac(assertion, secret).stream())
                    .findFirst();
        }
        return keySets.verify(client, assertion, algorithms(client));
    }

    private static Collection<JwsAlgorithm> algorithms(RegisteredClient client) {
        JwsAlgorithm registered = client.keys().assertionAlgorithm();
        return registered == null ? JwsAlgorithm.SIGNING : List.of(registered);
    }

    private static void requireIdentity(JsonObject claims, RegisteredClient client) {
        String id = client.clientId();
        if (!id.equals(text(claims, "iss")) || !id.equals(text(claims, "sub"))) {
            throw refuse("assertion-issuer-and-subject");
        }
    }

    /** One text, and no list: a list could hold another server, which could then use the assertion here. */
    private void requireAudience(JsonObject claims, RegisteredClient client) {
        List<String> accepted = client.keys().tokenEndpointAudience()
                ? List.of(config.issuer().value(), config.issuer().endpoint("/api/oidc/token"))
                : List.of(config.issuer().value());
        String audience = text(claims, "aud");
        if (audience == null || !accepted.contains(audience)) {
            throw refuse("assertion-audience");
        }
    }

    private Instant requireTimes(JsonObject claims) {
        Instant now = clock.instant();
        Instant expiry = time(claims, "exp").orElseThrow(() -> refuse("assertion-expiry"));
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST_LIFE))) {
            throw refuse("assertion-expiry");
        }
        if (time(claims, "nbf").filter(begin -> begin.isAfter(now.plus(SKEW))).isPresent()) {
            throw refuse("assertion-not-before");
        }
        if (time(claims, "iat")
                .filter(issued -> issued.isAfter(now.plus(SKEW)) || issued.isBefore(now.minus(OLDEST)))
                .isPresent()) {
            throw refuse("assertion-issued-at");
        }
        return expiry;
    }

    /** Empty when there is none; one that is no number of seconds refuses the assertion. */
    private static Optional<Instant> time(JsonObject claims, String name) {
        if (!claims.containsKey(name)) {
            return Optional.empty();
        }
        if (claims.get(name) instanceof JsonNumber number
                && number.doubleValue() > 0
                && number.doubleValue() < Integer.MAX_VALUE * 100.0) {
            return Optional.of(Instant.ofEpochSecond(number.longValue()));
        }
        throw refuse("assertion-times");
    }

    private static @Nullable String text(JsonObject claims, String name) {
        return claims.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static InvalidClient refuse(String rule) {
        return new InvalidClient(rule, false);
    }
}
