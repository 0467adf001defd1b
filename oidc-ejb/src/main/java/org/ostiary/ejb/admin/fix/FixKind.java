package org.ostiary.ejb.admin.fix;

/** What can be done so that a request like the refused one passes. */
public enum FixKind {
    /** The client gets one more value of an option, here. */
    CHANGE,
    /** The same, in the configuration, where the client is registered. */
    CONFIGURE,
    /** Nothing any more: it is registered by now. */
    DONE,
    /** Nothing: what was sent is not kept whole, so that nobody can tell what to register. */
    NOT_KEPT,
    /** Nothing that asks no further thought: whoever made the request chose an address that is nothing to the client. */
    STRANGER,
    /** Nothing: a client must not be registered so. */
    NOT_LET
}
