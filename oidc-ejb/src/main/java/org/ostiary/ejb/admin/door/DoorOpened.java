package org.ostiary.ejb.admin.door;

/**
 * Somebody signed in for the pages.
 *
 * @param cookie what proves it at the next requests
 * @param path the page that they wanted to see, from the root of the issuer
 */
public record DoorOpened(String cookie, String path) {

    /** Without the cookie. */
    @Override
    public String toString() {
        return "DoorOpened[" + path + "]";
    }
}
