package org.ostiary.ejb.protocol.client;

import org.jspecify.annotations.Nullable;

/**
 * What a client's answers are signed with.
 *
 * @param idToken ID tokens
 * @param authorization authorization responses in one of the {@code jwt} response modes (JARM, section 3)
 * @param userinfo userinfo responses; null for plain JSON
 * @param introspection introspection responses (RFC 9701); null for plain JSON
 * @param accessToken access tokens (RFC 9068); null for opaque ones
 */
public record SignedAnswers(
        JwsAlgorithm idToken,
        JwsAlgorithm authorization,
        @Nullable JwsAlgorithm userinfo,
        @Nullable JwsAlgorithm introspection,
        @Nullable JwsAlgorithm accessToken) {
    /** Signed with RS256 where a signature is due, and plain elsewhere. */
    public static final SignedAnswers STANDARD =
            new SignedAnswers(JwsAlgorithm.RS256, JwsAlgorithm.RS256, null, null, null);
}
