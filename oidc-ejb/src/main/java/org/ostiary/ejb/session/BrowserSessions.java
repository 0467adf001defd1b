package org.ostiary.ejb.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ostiary.persistence.session.SessionStanding;

/**
 * The live sessions that one browser holds, each of another account.
 *
 * @param handleHash of the handle that the browser showed
 * @param all the one used last first
 * @param over those that nobody ended but that do not count any more
 */
public record BrowserSessions(String handleHash, List<SessionStanding> all, List<SessionStanding> over) {

    /** Of a browser without a cookie. */
    public static final BrowserSessions NONE = new BrowserSessions("", List.of(), List.of());

    /** The one whose handle the browser has; empty when that one is over, whatever the others are. */
    public Optional<SessionStanding> inUse() {
        return first(standing -> standing.session().isBehind(handleHash));
    }

    /** The one of that id. */
    public Optional<SessionStanding> find(String sessionId) {
        return first(standing -> standing.session().id().equals(sessionId));
    }

    /** The one used last of those that fit. */
    public Optional<SessionStanding> first(Predicate<SessionStanding> fits) {
        return all.stream().filter(fits).findFirst();
    }
}
