package org.ostiary.ejb.protocol.token;

import static org.ostiary.ejb.protocol.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static org.ostiary.ejb.protocol.OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** A token request, one record for each grant type. */
public sealed interface TokenRequest {

    /**
     * A request to redeem an authorization code (RFC 6749, section 4.1.3).
     *
     * @param codeVerifier null when the request has none (RFC 7636, section 4.5)
     */
    record AuthorizationCodeRequest(
            String code, String redirectUri, @Nullable String codeVerifier) implements TokenRequest {}

    /**
     * Reads the request of an authenticated client.
     *
     * @throws OAuthException unsupported_grant_type, unauthorized_client, or invalid_request for a missing parameter
     */
    static AuthorizationCodeRequest parse(RegisteredClient client, RequestParameters parameters) {
        String grantType = parameters.require("grant_type");
        if (!grantType.equals("authorization_code")) {
            throw new OAuthException(
                    UNSUPPORTED_GRANT_TYPE,
                    new Rule("grant-type-supported", "RFC 6749, section 5.2"),
                    "The only grant_type that is supported is authorization_code");
        }
        if (!client.grantTypes().contains(grantType)) {
            throw new OAuthException(
                    UNAUTHORIZED_CLIENT,
                    new Rule("grant-type-registered", "RFC 6749, section 5.2"),
                    "The client is not registered for the grant type authorization_code");
        }
        return new AuthorizationCodeRequest(
                parameters.require("code"),
                parameters.find("redirect_uri").orElse(""),
                parameters.find("code_verifier").orElse(null));
    }
}
