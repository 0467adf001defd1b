package org.ostiary.ejb.grant;

import jakarta.ejb.ApplicationException;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.persistence.grant.Grant;

/** A refresh token was used again after its successor was, or after the time of grace (RFC 9700, section 4.14.2). */
@ApplicationException(rollback = true)
public final class RefreshReused extends Replay {
    private static final long serialVersionUID = 1L;

    RefreshReused(Grant grant, String description) {
        super(
                grant,
                new AuditEvent.RefreshReused(grant.accountId(), grant.clientId()),
                "refresh token reused",
                new Rule("refresh-token-used-once", "RFC 9700, section 4.14.2"),
                description);
    }
}
