package org.ostiary.ejb.config;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last part of {@code oidc.client.<client_id>.<option>}, with its default as an operator would write it. */
enum ClientOption {
    CLIENT_NAME("client-name", null),
    CLIENT_SECRET("client-secret", null),
    CLIENT_SECRET_NOT_AFTER("client-secret-not-after", null),
    CLIENT_SECRET_2("client-secret-2", null),
    CLIENT_SECRET_2_NOT_AFTER("client-secret-2-not-after", null),
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
    OPTIONAL_SCOPES("optional-scopes", null),
    REQUIRED_SCOPES("required-scopes", null),
    REQUIRE_PKCE("require-pkce", "true"),
    PKCE_CHALLENGE_METHOD("pkce-challenge-method", null),
    TOKEN_ENDPOINT_AUTH_METHOD("token-endpoint-auth-method", null),
    TOKEN_ENDPOINT_AUTH_SIGNING_ALG("token-endpoint-auth-signing-alg", null),
    REVOCATION_ENDPOINT_AUTH_METHOD("revocation-endpoint-auth-method", null),
    REVOCATION_ENDPOINT_AUTH_SIGNING_ALG("revocation-endpoint-auth-signing-alg", null),
    INTROSPECTION_ENDPOINT_AUTH_METHOD("introspection-endpoint-auth-method", null),
    INTROSPECTION_ENDPOINT_AUTH_SIGNING_ALG("introspection-endpoint-auth-signing-alg", null),
    PUSHED_AUTHORIZATION_REQUEST_ENDPOINT_AUTH_METHOD("pushed-authorization-request-endpoint-auth-method", null),
    PUSHED_AUTHORIZATION_REQUEST_ENDPOINT_AUTH_SIGNING_ALG(
            "pushed-authorization-request-endpoint-auth-signing-alg", null),
    ALLOW_MULTIPLE_AUTH_METHODS("allow-multiple-auth-methods", "false"),
    ALLOW_TOKEN_ENDPOINT_AUDIENCE("allow-token-endpoint-audience", "false"),
    JWKS("jwks", null),
    JWKS_URI("jwks-uri", null),
    ID_TOKEN_SIGNED_RESPONSE_ALG("id-token-signed-response-alg", "RS256"),
    AUTHORIZATION_SIGNED_RESPONSE_ALG("authorization-signed-response-alg", "RS256"),
    USERINFO_SIGNED_RESPONSE_ALG("userinfo-signed-response-alg", null),
    INTROSPECTION_SIGNED_RESPONSE_ALG("introspection-signed-response-alg", null),
    ACCESS_TOKEN_SIGNED_RESPONSE_ALG("access-token-signed-response-alg", null),
    AUDIENCE("audience", null),
    REQUESTED_AUDIENCE_MODE("requested-audience-mode", "explicit"),
    SUBJECT_TYPE("subject-type", null),
    SECTOR_IDENTIFIER_URI("sector-identifier-uri", null),
    REQUIRE_PUSHED_AUTHORIZATION_REQUESTS("require-pushed-authorization-requests", "false"),
    REQUIRE_SIGNED_REQUEST_OBJECT("require-signed-request-object", "false"),
    REQUEST_OBJECT_SIGNING_ALG("request-object-signing-alg", null),
    REQUEST_URIS("request-uris", null),
    LIFESPAN("lifespan", null),
    CLAIMS_POLICY("claims-policy", null),
    ID_TOKEN_CLAIMS("id-token-claims", null),
    STRICT_SCOPES("strict-scopes", "false"),
    MINIMUM_PARAMETER_ENTROPY("minimum-parameter-entropy", null),
    DEBUG_UNTIL("debug-until", null),
    RESOURCE_SERVER("resource-server", "false"),
    ADMINISTRATION_ROLE("administration-role", "none"),
    DEFAULT_MAX_AGE("default-max-age", null),
    REQUIRE_AUTH_TIME("require-auth-time", "false"),
    DEFAULT_ACR_VALUES("default-acr-values", null),
    POST_LOGOUT_REDIRECT_URIS("post-logout-redirect-uris", null),
    BACKCHANNEL_LOGOUT_URI("backchannel-logout-uri", null),
    BACKCHANNEL_LOGOUT_SESSION_REQUIRED("backchannel-logout-session-required", "false"),
    FRONTCHANNEL_LOGOUT_URI("frontchannel-logout-uri", null),
    FRONTCHANNEL_LOGOUT_SESSION_REQUIRED("frontchannel-logout-session-required", "false"),
    REVOKE_ON_LOGOUT("revoke-on-logout", "auto"),
    INITIATE_LOGIN_URI("initiate-login-uri", null),
    LOGO_URI("logo-uri", null),
    POLICY_URI("policy-uri", null),
    TOS_URI("tos-uri", null),
    CONTACTS("contacts", null);

    static final String PREFIX = "oidc.client.";

    private final String option;
    private final @Nullable String standard;

    ClientOption(String option, @Nullable String standard) {
        this.option = option;
        this.standard = standard;
    }

    Key key(String clientId) {
        return new Key(PREFIX + clientId + "." + option, standard, this == CLIENT_SECRET || this == CLIENT_SECRET_2);
    }

    String option() {
        return option;
    }

    @Nullable
    String standard() {
        return standard;
    }

    static boolean isKnown(String option) {
        return Stream.of(values()).anyMatch(candidate -> candidate.option.equals(option));
    }
}
