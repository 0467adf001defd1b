package org.ostiary.persistence.sealed;

/**
 * A sealed value as it is stored.
 *
 * @param key of its row
 * @param place what it was sealed for
 */
public record SealedValue(String key, String place, String value) {

    /** Without the value. */
    @Override
    public String toString() {
        return "SealedValue[" + place + "]";
    }
}
