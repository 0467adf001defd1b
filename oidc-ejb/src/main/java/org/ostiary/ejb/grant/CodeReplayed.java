package org.ostiary.ejb.grant;

import jakarta.ejb.ApplicationException;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.persistence.grant.Grant;

/** A code was redeemed again. The refusal looks like any other; whoever catches it must revoke the grant. */
@ApplicationException(rollback = true)
public final class CodeReplayed extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final transient Grant grant;

    CodeReplayed(Grant grant, String description) {
        super(OAuthErrorCode.INVALID_GRANT, new Rule("code-used-once", "RFC 6749, section 4.1.2"), description);
        this.grant = grant;
    }

    public Grant grant() {
        return grant;
    }
}
