package org.ostiary.ejb.factor;

/** The kinds of second factors. */
public enum FactorKind {
    AUTHENTICATOR_APP("authenticator app"),
    SECURITY_KEY("security key");

    private final String words;

    FactorKind(String words) {
        this.words = words;
    }

    /** How the audit trail calls it. */
    public String words() {
        return words;
    }
}
