package org.ostiary.ejb.introspection;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientAuthentication;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.TokenStanding;

/** The introspection endpoint's service (RFC 7662; RFC 9701). It only reads. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class IntrospectionService {

    @Inject
    ClientAuthentication authentication;

    @Inject
    TokenFacts facts;

    @Inject
    JwtSigner signer;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * What the token is worth to the caller; to one whom it does not concern, it is not active and nothing else.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws org.ostiary.ejb.protocol.OAuthException invalid_client, also for a public one, or invalid_request
     */
    public IntrospectionAnswer introspect(
            RequestParameters body, @Nullable String authorization, RequestFacts request) {
        RegisteredClient caller =
                authentication.authenticate(AuthenticatedEndpoint.INTROSPECTION, authorization, body, request);
        try {
            return introspect(body, caller);
        } catch (OAuthException refusal) {
            throw refusal.concerning(caller.clientId());
        }
    }

    /** What its own client would be told of an access token. */
    public Map<String, Object> claims(TokenStanding token, RegisteredClient client) {
        return facts.ofToken(token, client);
    }

    private IntrospectionAnswer introspect(RequestParameters body, RegisteredClient caller) {
        if (caller.isPublic()) {
            throw new InvalidClient("introspection-by-confidential-clients", false);
        }
        Map<String, Object> members = facts.of(body.require("token"), caller);
        JwsAlgorithm algorithm = caller.signed().introspection();
        return algorithm == null
                ? new IntrospectionAnswer(JsonText.object(members), false)
                : new IntrospectionAnswer(sign(members, caller, algorithm), true);
    }

    private String sign(Map<String, Object> members, RegisteredClient caller, JwsAlgorithm algorithm) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", config.issuer().value());
        claims.put("aud", caller.clientId());
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("token_introspection", members);
        return signer.sign(algorithm, "token-introspection+jwt", JsonText.object(claims));
    }
}
