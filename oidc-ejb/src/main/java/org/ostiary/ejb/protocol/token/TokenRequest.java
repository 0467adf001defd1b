package org.ostiary.ejb.protocol.token;

import static org.ostiary.ejb.protocol.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static org.ostiary.ejb.protocol.OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** A token request, one record for each grant type. */
public sealed interface TokenRequest {
    /** One method for each grant type. */
    interface Cases<T> {
        T code(AuthorizationCodeRequest request);

        T refresh(RefreshRequest request);

        T own(ClientCredentialsRequest request);
    }

    /** Calls the method of this request. */
    <T> T accept(Cases<T> cases);

    /**
     * A request to redeem an authorization code (RFC 6749, section 4.1.3).
     *
     * @param codeVerifier null when the request has none (RFC 7636, section 4.5)
     * @param resources the resource servers that the access token is to be for; none for all that were granted (RFC 8707)
     */
    record AuthorizationCodeRequest(
            String code, String redirectUri, @Nullable String codeVerifier, Set<String> resources)
            implements TokenRequest {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.code(this);
        }
    }

    /**
     * A request for new tokens (RFC 6749, section 6).
     *
     * @param scope null for all that was granted
     * @param resources like those of {@link AuthorizationCodeRequest}
     */
    record RefreshRequest(String refreshToken, @Nullable String scope, Set<String> resources) implements TokenRequest {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.refresh(this);
        }
    }

    /**
     * A request of a client that acts for itself (RFC 6749, section 4.4).
     *
     * @param scope null for none in particular
     * @param resources the resource servers that the access token is to be for
     */
    record ClientCredentialsRequest(@Nullable String scope, Set<String> resources) implements TokenRequest {
        @Override
        public <T> T accept(Cases<T> cases) {
            return cases.own(this);
        }
    }

    /**
     * Reads the request of an authenticated client.
     *
     * @throws OAuthException unsupported_grant_type, unauthorized_client, or invalid_request for a missing parameter
     */
    static TokenRequest parse(RegisteredClient client, RequestParameters parameters) {
        GrantType grantType = grantType(client, parameters.require("grant_type"));
        return switch (grantType) {
            case AUTHORIZATION_CODE ->
                new AuthorizationCodeRequest(
                        parameters.require("code"),
                        parameters.find("redirect_uri").orElse(""),
                        parameters.find("code_verifier").orElse(null),
                        parameters.resources());
            case REFRESH_TOKEN ->
                new RefreshRequest(
                        parameters.require("refresh_token"),
                        parameters.find("scope").orElse(null),
                        parameters.resources());
            case CLIENT_CREDENTIALS ->
                new ClientCredentialsRequest(parameters.find("scope").orElse(null), parameters.resources());
        };
    }

    private static GrantType grantType(RegisteredClient client, String value) {
        GrantType grantType = GrantType.of(value)
                .orElseThrow(() -> new OAuthException(
                        UNSUPPORTED_GRANT_TYPE,
                        new Rule("grant-type-supported", "RFC 6749, section 5.2"),
                        "The grant_type must be one of: "
                                + Arrays.stream(GrantType.values())
                                        .map(GrantType::value)
                                        .collect(Collectors.joining(", "))));
        if (!client.grantTypes().contains(value)) {
            throw new OAuthException(
                    UNAUTHORIZED_CLIENT,
                    new Rule("grant-type-registered", "RFC 6749, section 5.2"),
                    "The client is not registered for the grant type " + value,
                    Facts.ofChoice("grant_type", value, client.grantTypes()));
        }
        return grantType;
    }
}
