package org.ostiary.ejb.config;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last part of {@code oidc.client.<client_id>.<option>}, with its default as an operator would write it. */
enum ClientOption {
    CLIENT_NAME("client-name", null),
    CLIENT_SECRET("client-secret", null),
    PUBLIC("public", "false"),
    APPLICATION_TYPE("application-type", "web"),
    REDIRECT_URIS("redirect-uris", null),
    SCOPES("scopes", "openid,groups,profile,email"),
    GRANT_TYPES("grant-types", "authorization_code"),
    RESPONSE_TYPES("response-types", "code"),
    RESPONSE_MODES("response-modes", "form_post,query"),
    AUTHORIZATION_POLICY("authorization-policy", "two_factor"),
    CONSENT_MODE("consent-mode", "auto"),
    PRE_CONFIGURED_CONSENT_DURATION("pre-configured-consent-duration", "1w"),
    REQUIRE_PKCE("require-pkce", "true"),
    TOKEN_ENDPOINT_AUTH_METHOD("token-endpoint-auth-method", null),
    INITIATE_LOGIN_URI("initiate-login-uri", null);

    static final String PREFIX = "oidc.client.";

    private final String option;
    private final @Nullable String standard;

    ClientOption(String option, @Nullable String standard) {
        this.option = option;
        this.standard = standard;
    }

    Key key(String clientId) {
        return new Key(PREFIX + clientId + "." + option, standard, this == CLIENT_SECRET);
    }

    static boolean isKnown(String option) {
        return Stream.of(values()).anyMatch(candidate -> candidate.option.equals(option));
    }
}
