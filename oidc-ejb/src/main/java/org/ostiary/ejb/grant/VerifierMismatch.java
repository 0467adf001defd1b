package org.ostiary.ejb.grant;

import jakarta.ejb.ApplicationException;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.persistence.grant.CodeStanding;

/** A verifier does not fit a code. Whoever catches it must count, so that nobody guesses for long (RFC 7636, section 4.6). */
@ApplicationException(rollback = true)
public final class VerifierMismatch extends OAuthException {
    private static final long serialVersionUID = 1L;

    private final transient CodeStanding code;

    VerifierMismatch(CodeStanding code) {
        super(
                OAuthErrorCode.INVALID_GRANT,
                new Rule("pkce-verifier-fits", "RFC 7636, section 4.6"),
                "The code_verifier is missing or does not fit the code_challenge of the authorization request");
        this.code = code;
    }

    CodeStanding standing() {
        return code;
    }
}
