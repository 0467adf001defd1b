package org.ostiary.ejb.grant;

import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.persistence.grant.Grant;

/**
 * Something was used again that works once. The refusal looks like any other; whoever catches it must end the grant, because
 * one of the two who used it is a thief.
 */
public abstract class Replay extends OAuthException {
    private static final long serialVersionUID = 1L;

    private final transient Grant grant;
    private final transient AuditEvent event;
    private final String reason;

    Replay(Grant grant, AuditEvent event, String reason, Rule rule, String description) {
        super(OAuthErrorCode.INVALID_GRANT, rule, description);
        this.grant = grant;
        this.event = event;
        this.reason = reason;
    }

    Grant grant() {
        return grant;
    }

    AuditEvent event() {
        return event;
    }

    /** What the grant remembers of its end. */
    String reason() {
        return reason;
    }
}
