package org.ostiary.ejb.authorize;

import org.jspecify.annotations.Nullable;
import org.ostiary.persistence.session.SessionStanding;

/**
 * An account that this browser is logged in with, as the account page shows it.
 *
 * @param session what the form names it by; it opens nothing without the browser's cookie
 * @param email null when none is known
 * @param inUse whether it is the one that was used last
 */
public record AccountView(
        String session,
        String username,
        String displayName,
        @Nullable String email,
        boolean inUse) {

    static AccountView of(SessionStanding standing, boolean inUse) {
        return new AccountView(
                standing.session().id(),
                standing.account().username(),
                standing.account().displayName(),
                standing.account().email(),
                inUse);
    }
}
