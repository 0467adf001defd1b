package org.ostiary.web.error;

import org.ostiary.ejb.protocol.OAuthErrorCode;

/** A problem as clients read it (RFC 6749, section 5.2). */
final class ErrorJson {
    private ErrorJson() {}

    static String of(Problem problem, String requestId) {
        // Both texts are ours and hold neither quotes nor backslashes; a test reads every one of them.
        return "{\"error\":\"%s\",\"error_description\":\"%s (request %s)\"}"
                .formatted(code(problem.status()).code(), problem.message(), requestId);
    }

    private static OAuthErrorCode code(int status) {
        if (status == 503) {
            return OAuthErrorCode.TEMPORARILY_UNAVAILABLE;
        }
        return status < 500 ? OAuthErrorCode.INVALID_REQUEST : OAuthErrorCode.SERVER_ERROR;
    }
}
