package org.ostiary.ejb.grant;

import jakarta.ejb.ApplicationException;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.persistence.grant.Grant;

/** A code was redeemed again (RFC 6749, section 4.1.2). */
@ApplicationException(rollback = true)
public final class CodeReplayed extends Replay {
    private static final long serialVersionUID = 1L;

    CodeReplayed(Grant grant, String description) {
        super(
                grant,
                new AuditEvent.CodeReplayed(grant.accountId(), grant.clientId()),
                "code replayed",
                new Rule("code-used-once", "RFC 6749, section 4.1.2"),
                description);
    }
}
