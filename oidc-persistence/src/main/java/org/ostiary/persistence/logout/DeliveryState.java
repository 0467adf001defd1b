package org.ostiary.persistence.logout;

/** What became of telling a client that a session ended. */
public enum DeliveryState {
    /** To be tried, now or later. */
    WAITING,
    /** The client took it. */
    DELIVERED,
    /** The client answered that it will never take it. */
    REFUSED,
    /** It failed too often. */
    GIVEN_UP,
    /** The person's browser opened the client's address; whether that helped cannot be known. */
    FRAMED,
    /** The client has no address for it, or only one that needs a browser, and there was none. */
    NOT_TOLD
}
