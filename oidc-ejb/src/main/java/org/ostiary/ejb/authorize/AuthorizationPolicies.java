package org.ostiary.ejb.authorize;

import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Whether a client's policy can be met here at all. */
final class AuthorizationPolicies {

    private AuthorizationPolicies() {}

    /** This release knows one factor only, so a client that demands two is refused before anyone types a password. */
    static void requireReachable(RegisteredClient client) {
        if (client.authorizationPolicy() == AuthorizationPolicy.TWO_FACTOR) {
            throw new OAuthException(
                    OAuthErrorCode.ACCESS_DENIED,
                    new Rule("second-factor-offered", "RFC 6749, section 4.1.2.1"),
                    "The client's authorization policy is two_factor, and this server offers no second factor yet");
        }
    }
}
