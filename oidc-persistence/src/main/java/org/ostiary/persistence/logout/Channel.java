package org.ostiary.persistence.logout;

/** How a client is told that a session ended. */
public enum Channel {
    /** The server tells the client's server (OIDC Back-Channel Logout 1.0). */
    BACK,
    /** The person's browser opens an address of the client in a frame (OIDC Front-Channel Logout 1.0). */
    FRONT,
    /** Not at all. */
    NONE
}
