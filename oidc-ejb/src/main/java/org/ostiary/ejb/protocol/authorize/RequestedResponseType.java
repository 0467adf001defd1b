package org.ostiary.ejb.protocol.authorize;

import static org.ostiary.ejb.protocol.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static org.ostiary.ejb.protocol.OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE;

import java.util.List;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Which response types a client may ask for (RFC 6749, section 3.1.1; OpenID Connect Registration 1.0, section 2). */
final class RequestedResponseType {

    private static final Rule SUPPORTED = new Rule("response-type", "RFC 6749, section 3.1.1");

    private static final Rule GRANT_TYPE =
            new Rule("grant-type-registered", "OpenID Connect Registration 1.0, section 2");

    private RequestedResponseType() {}

    static ResponseType of(
            RegisteredClient client, RequestParameters parameters, AuthorizationRules rules, JudgedRules judged) {
        judged.by(SUPPORTED);
        List<ResponseType> supported = ResponseType.allowed(rules.tokenResponseTypes());
        ResponseType type = ResponseType.of(parameters.require("response_type"))
                .filter(supported::contains)
                .orElseThrow(() -> new OAuthException(
                        UNSUPPORTED_RESPONSE_TYPE, SUPPORTED, "The response_type must be one of: " + names(supported)));
        requireRegistered(client, type);
        judged.by(GRANT_TYPE);
        if (type.hasCode()) {
            requireGrantType(client, "authorization_code");
        }
        if (type.hasToken()) {
            requireGrantType(client, "implicit");
        }
        return type;
    }

    private static void requireRegistered(RegisteredClient client, ResponseType type) {
        if (!client.responseTypes().contains(type.value())) {
            throw new OAuthException(
                    UNAUTHORIZED_CLIENT,
                    SUPPORTED,
                    "The client is not registered for the response_type " + type.value(),
                    Facts.ofChoice("response_type", type.value(), client.responseTypes()));
        }
    }

    private static void requireGrantType(RegisteredClient client, String grantType) {
        if (!client.grantTypes().contains(grantType)) {
            throw new OAuthException(
                    UNAUTHORIZED_CLIENT,
                    GRANT_TYPE,
                    "The client is not registered for the grant type " + grantType,
                    Facts.ofChoice("grant_type", grantType, client.grantTypes()));
        }
    }

    private static String names(List<ResponseType> types) {
        return types.stream().map(ResponseType::value).collect(Collectors.joining(", "));
    }
}
