package org.ostiary.ejb.source;

/** The kinds of places outside that know people, in the order in which they are asked. */
public enum Origin {
    LDAP("ldap"),
    IDENTITY_STORE("identity-store");

    private final String text;

    Origin(String text) {
        this.text = text;
    }

    /** As accounts remember it. */
    public String text() {
        return text;
    }
}
