package org.ostiary.ejb.webauthn;

import java.util.ArrayList;
import java.util.List;

/**
 * A key that an authenticator used just now.
 *
 * @param synced whether it may live on several devices
 * @param verified whether the authenticator verified the person, by finger, face or PIN
 */
public record ProvedKey(String accountId, boolean synced, boolean verified) {

    /** The methods (RFC 8176, section 2). Every use proves possession of a key; a synced one is no hardware's. */
    public List<String> amr() {
        List<String> amr = new ArrayList<>(List.of(synced ? "swk" : "hwk", "pop"));
        if (verified) {
            amr.add("user");
        }
        amr.add("mfa");
        return List.copyOf(amr);
    }
}
