package org.ostiary.ejb.source;

import org.jspecify.annotations.Nullable;

/**
 * Who a typed name means in a place outside, before anything is proved.
 *
 * @param username as the place writes it, where it says so without a proof; else as typed
 * @param place where the place keeps the person, a distinguished name for example; null when it does not say
 * @param externalId what never changes about the person there; null when it says so only for a right password, and
 *     nobody may be of that name
 */
public record Claim(
        String username, @Nullable String place, @Nullable String externalId) {

    /** Whether there certainly is such a person. */
    public boolean certain() {
        return externalId != null;
    }
}
