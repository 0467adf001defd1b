package org.ostiary.ejb.factor;

/** The kinds of second factors. */
public enum FactorKind {
    AUTHENTICATOR_APP,
    SECURITY_KEY
}
