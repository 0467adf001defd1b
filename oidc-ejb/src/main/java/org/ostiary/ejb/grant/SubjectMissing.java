package org.ostiary.ejb.grant;

import jakarta.ejb.ApplicationException;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.persistence.grant.Grant;

/**
 * The person has no identifier in the client's sector yet. Whoever catches it gives them one, outside the transaction that
 * this rolls back, and tries again; no client ever reads it.
 */
@ApplicationException(rollback = true)
public final class SubjectMissing extends OAuthException {
    private static final long serialVersionUID = 1L;

    private final String accountId;
    private final String sector;

    /** For the account and the sector of that grant. */
    public SubjectMissing(Grant grant) {
        super(
                OAuthErrorCode.TEMPORARILY_UNAVAILABLE,
                new Rule("subject-known", "OIDC Core 1.0, section 8"),
                "The person has no identifier for this client yet");
        this.accountId = grant.accountId();
        this.sector = grant.sector();
    }

    public String accountId() {
        return accountId;
    }

    public String sector() {
        return sector;
    }
}
