package org.ostiary.ejb.refusal;

import org.ostiary.ejb.protocol.OAuthErrorCode;

/** What everybody may be told about a refusal: enough to know where to look, nothing about what was found. */
final class GeneralText {

    private GeneralText() {}

    static String of(OAuthErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST -> "A parameter is missing, repeated, or has a value that is not allowed";
            case INVALID_CLIENT ->
                "Client authentication failed: unknown client, wrong credentials,"
                        + " or another method than the one the client is registered for";
            case INVALID_GRANT ->
                "The code or token is unknown, expired, revoked, was used before, or does not belong to this request";
            case UNAUTHORIZED_CLIENT -> "The client is not registered for what it asks";
            case UNSUPPORTED_GRANT_TYPE -> "The grant_type is not supported";
            case UNSUPPORTED_RESPONSE_TYPE -> "The response_type is not supported";
            case INVALID_SCOPE -> "The scope is missing, unknown, or more than the client may have";
            case INVALID_TARGET -> "The resource is unknown, malformed, or more than the client may have";
            case INVALID_TOKEN -> "The access token is unknown, expired, revoked, or for another resource server";
            case INSUFFICIENT_SCOPE -> "The access token was not issued for this";
            case INVALID_REQUEST_URI -> "The request_uri is unknown, expired, or was used before";
            case INVALID_REQUEST_OBJECT -> "The request object is not one that the client may send";
            case REQUEST_NOT_SUPPORTED, REQUEST_URI_NOT_SUPPORTED, REGISTRATION_NOT_SUPPORTED ->
                "The request has a parameter that is not supported";
            case UNSUPPORTED_TOKEN_TYPE -> "The token is of a kind that cannot be revoked";
            case ACCESS_DENIED -> "The person or the provider did not allow the access";
            case LOGIN_REQUIRED ->
                "The person would have to log in, and no page may be shown, or another person did than the one asked for";
            case CONSENT_REQUIRED, ACCOUNT_SELECTION_REQUIRED ->
                "The person would have to be asked, and no page may be shown";
            case UNMET_AUTHENTICATION_REQUIREMENTS -> "The person cannot log in here in the way that is demanded";
            case SERVER_ERROR -> "The server failed";
            case TEMPORARILY_UNAVAILABLE -> "The server is busy; try again later";
        };
    }
}
