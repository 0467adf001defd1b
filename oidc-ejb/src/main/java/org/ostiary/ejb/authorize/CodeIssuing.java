package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.issue.TokenLifetimes;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.AuthorizationCode;
import org.ostiary.persistence.grant.AuthorizationCodes;
import org.ostiary.persistence.grant.Grant;

/** Makes authorization codes (RFC 6749, section 4.1.2). */
@ApplicationScoped
public class CodeIssuing {

    private static final String PREFIX = "ost_ac_";

    @Inject
    AuthorizationCodes codes;

    @Inject
    SecureTokens random;

    @Inject
    TokenHashes hashes;

    @Inject
    TokenLifetimes lifetimes;

    /** A new code for the grant. */
    String issue(Situation situation, Grant grant) {
        String code = random.handle(PREFIX);
        CodeChallenge challenge = situation.request().codeChallenge();
        codes.add(new AuthorizationCode(
                hashes.hash(code),
                grant.id(),
                situation.redirect().redirectUri(),
                challenge == null ? null : challenge.value(),
                situation.request().nonce(),
                situation.now().plus(lifetimes.authorizeCode(situation.client()))));
        return code;
    }
}
