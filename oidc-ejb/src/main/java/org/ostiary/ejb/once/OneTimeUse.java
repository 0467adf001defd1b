package org.ostiary.ejb.once;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ostiary.ejb.secret.TokenHashes;

/** Whether a text is used for the first time, whichever node is asked and however often. */
@ApplicationScoped
public class OneTimeUse {

    @Inject
    TokenHashes hashes;

    @Inject
    OneTimeUseService service;

    /**
     * True for exactly one caller.
     *
     * @param kind what the text is, at most 20 characters; the same text of another kind is another one
     * @param expiresAt when the text is refused anyway, so that its use may be forgotten
     */
    public boolean first(String kind, String text, Instant expiresAt) {
        try {
            return service.first(kind, hashes.hash(text), expiresAt);
        } catch (EJBException e) {
            if (LostRace.is(e)) {
                return false;
            }
            throw e;
        }
    }
}
