package org.ostiary.ejb.authorize;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.accounts.AccountHint;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Whom a client means.
 *
 * @param subjects the only people it takes an answer for; none for anyone
 * @param loginHint what the person may be called here; null when the client does not say
 */
record WantedPerson(List<String> subjects, @Nullable String loginHint) {

    /** Whether the client does not say whom it means. */
    boolean anyone() {
        return subjects.isEmpty() && loginHint == null;
    }

    /** Whether the client takes an answer for this person (OIDC Core 1.0, section 3.1.2.2). */
    boolean admits(SessionStanding standing) {
        return subjects.isEmpty() || (standing.sub() != null && subjects.contains(standing.sub()));
    }

    /** Whether this may well be the person, by the name or the address; an ID token says more than a login_hint. */
    boolean fits(SessionStanding standing) {
        return admits(standing)
                && (!subjects.isEmpty() || loginHint == null || AccountHint.means(loginHint, standing.account()));
    }
}
