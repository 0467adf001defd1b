package org.ostiary.ejb.protocol.authorize;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_REQUEST;

import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.protocol.pkce.CodeVerifier;

/** The challenge that ties a code to whoever asked for it (RFC 7636, sections 4.3 and 4.4.1; RFC 9700, section 2.1.1). */
final class RequestedCodeChallenge {

    private static final Rule PKCE = new Rule("pkce", "RFC 7636, section 4.4.1; RFC 9700, section 2.1.1");

    private RequestedCodeChallenge() {}

    /** Null when the request has none and needs none. */
    static @Nullable CodeChallenge of(
            RegisteredClient client, RequestParameters parameters, AuthorizationRules rules, JudgedRules judged) {
        judged.by(PKCE);
        String challenge = parameters.find("code_challenge").orElse(null);
        String method = parameters.find("code_challenge_method").orElse(null);
        String only = client.strictness().challengeMethod();
        if (challenge == null) {
            if (method != null || client.requirePkce() || only != null) {
                throw refuse("The parameter code_challenge is required");
            }
            return null;
        }
        // A request without a method means plain (RFC 7636, section 4.3).
        if (rules.plainChallengeAllowed()
                && !CodeChallenge.S256.equals(only)
                && (method == null || method.equals(CodeChallenge.PLAIN))) {
            return plain(challenge);
        }
        if (!CodeChallenge.S256.equals(method) || CodeChallenge.PLAIN.equals(only)) {
            throw refuse("The code_challenge_method must be " + (only == null ? CodeChallenge.S256 : only));
        }
        if (!CodeChallenge.wellFormed(challenge)) {
            throw refuse("The code_challenge must be the 43 base64url characters of a SHA-256 digest");
        }
        return new CodeChallenge(challenge);
    }

    private static CodeChallenge plain(String challenge) {
        if (!CodeVerifier.wellFormed(challenge)) {
            throw refuse("The plain code_challenge must be 43 to 128 unreserved characters");
        }
        return CodeChallenge.of(new CodeVerifier(challenge));
    }

    private static OAuthException refuse(String description) {
        return new OAuthException(INVALID_REQUEST, PKCE, description);
    }
}
