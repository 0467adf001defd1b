package org.ostiary.ejb.protocol.client;

import jakarta.ejb.ApplicationException;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/** The caller is not the client it says it is. The text is always the same; only the rule, for the operator, differs. */
@ApplicationException(rollback = true)
public final class InvalidClient extends OAuthException {

    private static final long serialVersionUID = 1L;

    private final boolean byHeader;

    /** {@code byHeader} says whether the Authorization header was used. */
    public InvalidClient(String ruleId, boolean byHeader) {
        super(
                OAuthErrorCode.INVALID_CLIENT,
                new Rule(ruleId, "RFC 6749, sections 2.3 and 5.2"),
                "Client authentication failed: unknown client, wrong secret,"
                        + " or another method than the one the client is registered for");
        this.byHeader = byHeader;
    }

    /** Whether the answer must carry a WWW-Authenticate header. */
    public boolean byHeader() {
        return byHeader;
    }
}
