package org.ostiary.ejb.protocol;

/** The registered error codes that this provider answers with, and the HTTP status when one is answered directly. */
public enum OAuthErrorCode {
    /** RFC 6749, sections 4.1.2.1 and 5.2. */
    INVALID_REQUEST("invalid_request", 400),
    INVALID_CLIENT("invalid_client", 401),
    INVALID_GRANT("invalid_grant", 400),
    UNAUTHORIZED_CLIENT("unauthorized_client", 400),
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400),
    UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type", 400),
    INVALID_SCOPE("invalid_scope", 400),
    ACCESS_DENIED("access_denied", 403),
    SERVER_ERROR("server_error", 500),
    TEMPORARILY_UNAVAILABLE("temporarily_unavailable", 503),
    /** OIDC Core 1.0, section 3.1.2.6. */
    LOGIN_REQUIRED("login_required", 400),
    CONSENT_REQUIRED("consent_required", 400),
    ACCOUNT_SELECTION_REQUIRED("account_selection_required", 400),
    REQUEST_NOT_SUPPORTED("request_not_supported", 400),
    REQUEST_URI_NOT_SUPPORTED("request_uri_not_supported", 400),
    REGISTRATION_NOT_SUPPORTED("registration_not_supported", 400),
    INVALID_REQUEST_URI("invalid_request_uri", 400),
    INVALID_REQUEST_OBJECT("invalid_request_object", 400),
    /** OpenID Connect Core Error Code unmet_authentication_requirements 1.0. */
    UNMET_AUTHENTICATION_REQUIREMENTS("unmet_authentication_requirements", 400),
    /** RFC 8707, section 2. */
    INVALID_TARGET("invalid_target", 400),
    /** RFC 7009, section 2.2.1. */
    UNSUPPORTED_TOKEN_TYPE("unsupported_token_type", 400),
    /** RFC 6750, section 3.1. */
    INVALID_TOKEN("invalid_token", 401),
    INSUFFICIENT_SCOPE("insufficient_scope", 403);

    private final String code;
    private final int status;

    OAuthErrorCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The value of the {@code error} parameter. */
    public String code() {
        return code;
    }

    /** The HTTP status of an answer that is not a redirect. */
    public int status() {
        return status;
    }
}
