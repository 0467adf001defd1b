package org.ostiary.ejb.authorize;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.interaction.PushedRequest;

/**
 * The parameters of a request that count, and the way they came.
 *
 * @param pushedHash of the pushed request; null when the parameters were not pushed
 * @param signed whether they come from a request object, or were pushed by rules that demanded one where the client must
 */
record ParameterSource(
        RequestParameters parameters, @Nullable String pushedHash, boolean signed) {

    static final Rule PUSHED = new Rule("request-pushed", "RFC 9126, section 6");
    static final Rule SIGNED = new Rule("request-signed", "RFC 9101, section 10.5");

    static ParameterSource plain(RequestParameters sent) {
        return new ParameterSource(sent, null, false);
    }

    static ParameterSource signed(RequestParameters claimed) {
        return new ParameterSource(claimed, null, true);
    }

    static ParameterSource pushed(PushedRequest request) {
        return new ParameterSource(RequestParameters.parse(request.parameters()), request.hash(), true);
    }

    /** RFC 9126, section 6. */
    void requirePushed(RegisteredClient client, boolean fromEveryClient) {
        if (pushedHash == null && (fromEveryClient || client.requestObjects().requirePushed())) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    PUSHED,
                    "The request must be pushed first, and then be named by request_uri");
        }
    }

    /** RFC 9101, section 10.5. */
    void requireSigned(RegisteredClient client) {
        if (!signed && client.requestObjects().requireSigned()) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_REQUEST,
                    SIGNED,
                    "The client must send its request as a signed request object");
        }
    }
}
