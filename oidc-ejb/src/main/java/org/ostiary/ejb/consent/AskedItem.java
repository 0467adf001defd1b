package org.ostiary.ejb.consent;

import java.util.Set;
import org.ostiary.ejb.protocol.Scopes;

/**
 * One thing that a request asks for.
 *
 * @param item by the names of {@link org.ostiary.persistence.consent.ConsentItem}
 * @param known what the person decided on it before
 * @param required whether it cannot be left out
 * @param claims the claims that it releases
 * @param fingerprint of what the page says about it
 */
public record AskedItem(String item, Known known, boolean required, Set<String> claims, String fingerprint) {

    /** What an earlier decision says that still counts. */
    public enum Known {
        /** Nothing. */
        NEW,
        GRANTED,
        DENIED
    }

    /** Whether there is nothing to decide: who logged in is what a login is about. */
    public boolean fixed() {
        return item.equals(Scopes.OPENID);
    }
}
