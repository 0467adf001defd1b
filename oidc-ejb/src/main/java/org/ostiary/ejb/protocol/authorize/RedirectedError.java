package org.ostiary.ejb.protocol.authorize;

import jakarta.ejb.ApplicationException;
import org.ostiary.ejb.protocol.OAuthException;

/** A refusal that the client is told through the browser. It rolls the transaction back. */
@ApplicationException(rollback = true)
public final class RedirectedError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OAuthException refusal;
    private final transient AuthorizationResponse response;

    RedirectedError(OAuthException refusal, AuthorizationResponse response) {
        super(refusal.getMessage(), null, false, false);
        this.refusal = refusal;
        this.response = response;
    }

    /** The same error in a response that was signed. */
    public RedirectedError in(AuthorizationResponse signed) {
        return new RedirectedError(refusal, signed);
    }

    public OAuthException refusal() {
        return refusal;
    }

    public AuthorizationResponse response() {
        return response;
    }
}
