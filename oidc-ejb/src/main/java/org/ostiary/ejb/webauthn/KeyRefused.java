package org.ostiary.ejb.webauthn;

/** An authenticator's answer that does not count. Whoever sent it is told nothing more; the reason is for the audit. */
class KeyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    KeyRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
