package org.ostiary.ejb.admin.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.LoginSession;

/** Lets the login session of somebody who works with the pages not become idle meanwhile. */
@ApplicationScoped
class DoorSessions {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    @Inject
    SessionReader sessions;

    @Inject
    SessionTouchService touching;

    @Inject
    Clock clock;

    /** At most once a minute, so that turning pages seldom costs a statement more. */
    void touch(Administrator administrator, Visitor visitor) {
        Instant now = clock.instant();
        sessions.live(visitor.sessionCookie())
                .filter(standing -> administrator.is(standing.account().id()))
                .map(standing -> standing.session())
                .filter(session -> session.lastSeenAt().isBefore(now.minus(INTERVAL)))
                .map(LoginSession::id)
                .ifPresent(id -> touching.touch(id, now, now.minus(INTERVAL)));
    }
}
