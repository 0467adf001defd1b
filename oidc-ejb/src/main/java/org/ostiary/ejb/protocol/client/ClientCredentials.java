package org.ostiary.ejb.protocol.client;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_REQUEST;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;

/**
 * What a client sent to prove who it is, by exactly one method (RFC 6749, section 2.3).
 *
 * @param secret null for a client that only names itself, or sent an assertion
 * @param assertion null for a client that sent none (RFC 7523, section 2.2)
 * @param repeated the secret in the body of a request that has one in the header as well; null for none
 * @param method how it authenticates; {@link ClientAuthenticationMethod#PRIVATE_KEY_JWT} stands for both kinds of assertion
 */
public record ClientCredentials(
        String clientId,
        @Nullable String secret,
        @Nullable String repeated,
        @Nullable String assertion,
        ClientAuthenticationMethod method) {

    private static final Rule ONE_METHOD = new Rule("one-client-authentication", "RFC 6749, section 2.3");
    private static final String BASIC = "Basic ";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /**
     * Reads them from a request.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws OAuthException invalid_request for more than one method, invalid_client for none or a broken one
     */
    public static ClientCredentials read(@Nullable String authorization, RequestParameters body) {
        if (body.has("client_assertion") || body.has("client_assertion_type")) {
            return fromAssertion(authorization, body);
        }
        if (authorization == null) {
            return fromBody(body);
        }
        ClientCredentials basic =
                fromHeader(authorization, body.find("client_secret").orElse(null));
        if (!body.find("client_id").orElse(basic.clientId).equals(basic.clientId)) {
            throw new OAuthException(
                    INVALID_REQUEST, ONE_METHOD, "The client_id differs from the one in the Authorization header");
        }
        return basic;
    }

    private static ClientCredentials fromAssertion(@Nullable String authorization, RequestParameters body) {
        if (authorization != null || body.has("client_secret")) {
            throw new OAuthException(
                    INVALID_REQUEST,
                    ONE_METHOD,
                    "The client must authenticate once: by client_assertion, or by a secret, not both");
        }
        if (!body.find("client_assertion_type").orElse("").equals(ASSERTION_TYPE)) {
            throw new InvalidClient("client-assertion-type", false);
        }
        String assertion =
                body.find("client_assertion").orElseThrow(() -> new InvalidClient("client-assertion-present", false));
        String subject = AssertionSubject.of(assertion);
        if (!body.find("client_id").orElse(subject).equals(subject)) {
            throw new InvalidClient("client-assertion-subject", false);
        }
        return new ClientCredentials(subject, null, null, assertion, ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    }

    private static ClientCredentials fromBody(RequestParameters body) {
        String clientId = body.find("client_id").orElseThrow(() -> new InvalidClient("client-named", false));
        String secret = body.find("client_secret").orElse(null);
        return new ClientCredentials(
                clientId,
                secret,
                null,
                null,
                secret == null ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    /** Name and secret were form-encoded before they were joined (RFC 6749, section 2.3.1). */
    private static ClientCredentials fromHeader(String authorization, @Nullable String repeated) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw new InvalidClient("basic-scheme", true);
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
            String pair = new String(decoded, StandardCharsets.US_ASCII);
            int colon = pair.indexOf(':');
            RequestParameters parts =
                    RequestParameters.parse("id=" + pair.substring(0, colon) + "&secret=" + pair.substring(colon + 1));
            if (parts.names().size() != 2 || pair.indexOf('&') >= 0) {
                throw new InvalidClient("basic-encoding", true);
            }
            return new ClientCredentials(
                    parts.require("id"),
                    parts.require("secret"),
                    repeated,
                    null,
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | OAuthException e) {
            throw new InvalidClient("basic-encoding", true);
        }
    }

    /**
     * Refuses the same secret in two places, which only clients may send that cannot do otherwise.
     *
     * @throws OAuthException invalid_request
     */
    public void requireOneMethod() {
        if (repeated != null) {
            throw new OAuthException(
                    INVALID_REQUEST,
                    ONE_METHOD,
                    "The client must authenticate once: by the Authorization header or by client_secret, not both");
        }
    }

    /** Whether this is a way of the method that a client is registered for. */
    public boolean by(ClientAuthenticationMethod registered) {
        if (repeated != null && registered == ClientAuthenticationMethod.CLIENT_SECRET_POST) {
            return true;
        }
        return assertion == null
                ? method == registered
                : registered == ClientAuthenticationMethod.PRIVATE_KEY_JWT
                        || registered == ClientAuthenticationMethod.CLIENT_SECRET_JWT;
    }

    /** Whether what was said twice was said alike. */
    public boolean agrees() {
        return repeated == null || repeated.equals(secret);
    }

    /** Whether the Authorization header was used, so that the refusal must name its scheme (RFC 6749, section 5.2). */
    public boolean byHeader() {
        return method == ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }
}
