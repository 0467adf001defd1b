package org.ostiary.ejb.authorize;

import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;

/** The {@code claims} parameter is not supported and so ignored (OIDC Core 1.0, section 5.5), but it must be JSON. */
final class ClaimsParameter {

    private ClaimsParameter() {}

    static void requireWellFormed(RequestParameters parameters) {
        if (!parameters.find("claims").map(BoundedJson::isObject).orElse(true)) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    new Rule("claims-well-formed", "OIDC Core 1.0, section 5.5"),
                    "The parameter claims must be a JSON object, at most ten levels deep, without repeated members");
        }
    }
}
