package org.ostiary.ejb.factor;

/**
 * What a person needs to enrol an authenticator app. It is shown once: nothing tells the key again after it was confirmed.
 *
 * @param token names this set-up in the form that confirms it; the key cannot be derived from it without our master key
 * @param key for typing, base32 in groups of four
 * @param address for the camera and for apps on the same device
 * @param image of the address
 */
public record TotpSetUp(String token, String key, String address, QrImage image) {

    /** Without the key, so that no log can hold it. */
    @Override
    public String toString() {
        return "TotpSetUp[]";
    }
}
