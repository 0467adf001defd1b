package org.ostiary.ejb.factor;

import org.ostiary.ejb.audit.AuditEvent.FactorEnrolled;

/** The kinds of second factors. */
public enum FactorKind {
    AUTHENTICATOR_APP(FactorEnrolled.APP),
    SECURITY_KEY(FactorEnrolled.KEY);

    private final String words;

    FactorKind(String words) {
        this.words = words;
    }

    /** How the audit trail calls it. */
    public String words() {
        return words;
    }
}
