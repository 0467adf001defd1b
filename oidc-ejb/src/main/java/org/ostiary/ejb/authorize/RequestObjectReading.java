package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.ostiary.ejb.client.ClientKeySets;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.keys.JwtVerifier;
import org.ostiary.ejb.keys.VerifiedJwt;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.OutboundException;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * Reads request objects: who signed them, whether they are meant for us and now, and what they ask for (RFC 9101, section 6).
 * It may wait for a client's server, so it is never called within a transaction.
 */
@ApplicationScoped
public class RequestObjectReading {

    private static final Logger LOG = Logger.getLogger(RequestObjectReading.class.getName());

    @Inject
    ClientKeySets keySets;

    @Inject
    JwtVerifier verifier;

    @Inject
    GuardedHttp http;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * The parameters that an object holds, which are the only ones that count.
     *
     * @param sent what was sent beside it
     * @throws org.ostiary.ejb.protocol.OAuthException invalid_request_object
     */
    ParameterSource read(RegisteredClient client, RequestParameters sent, String object) {
        JsonObject claims = verified(client, object);
        new RequestObjectRules(client, config.issuer(), clock.instant()).require(claims, sent);
        RequestParameters claimed = RequestObjectParameters.of(claims);
        return unsigned(client) ? ParameterSource.plain(claimed) : ParameterSource.signed(claimed);
    }

    /**
     * The same for an object at an address.
     *
     * @throws org.ostiary.ejb.protocol.OAuthException invalid_request_uri for an address that is not registered, which is
     *     never called, and for one that does not answer
     */
    ParameterSource readAt(RegisteredClient client, RequestParameters sent, String address) {
        if (!client.requestObjects().requestUris().contains(address)) {
            throw refuseAddress(
                    "request-uri-registered",
                    "The request_uri must be one that a pushed request was given, or that the client registered");
        }
        try {
            byte[] object = http.get(URI.create(address));
            return read(client, sent, new String(object, StandardCharsets.US_ASCII).strip());
        } catch (OutboundException e) {
            LOG.warning(() -> "The request object at " + address + " could not be fetched: " + e.getMessage());
            throw refuseAddress("request-uri-answers", "The request object could not be fetched from its address");
        }
    }

    private static OAuthException refuseAddress(String rule, String description) {
        return new OAuthException(
                OAuthErrorCode.INVALID_REQUEST_URI, new Rule(rule, "RFC 9101, section 5.2"), description);
    }

    private JsonObject verified(RegisteredClient client, String object) {
        VerifiedJwt jwt = jwt(client, object)
                .orElseThrow(() -> RequestObjectRules.refuse(
                        "request-object-signature",
                        "RFC 9101, section 6.2",
                        "The request object is not a JWS of the registered algorithm, signed with a registered key"));
        RequestObjectRules.requireType(jwt.type());
        return BoundedJson.read(jwt.claims())
                .orElseThrow(() -> RequestObjectRules.refuse(
                        "request-object-json", "RFC 9101, section 4", "The request object holds an impossible number"));
    }

    private Optional<VerifiedJwt> jwt(RegisteredClient client, String object) {
        return unsigned(client) ? verifier.readUnsigned(object) : keySets.verify(client, object, algorithms(client));
    }

    private static boolean unsigned(RegisteredClient client) {
        return client.requestObjects().algorithm() == JwsAlgorithm.NONE;
    }

    /** The one that is registered, else every asymmetric one. */
    private static Collection<JwsAlgorithm> algorithms(RegisteredClient client) {
        JwsAlgorithm registered = client.requestObjects().algorithm();
        return registered == null ? JwsAlgorithm.SIGNING : List.of(registered);
    }
}
