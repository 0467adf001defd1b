package org.ostiary.ejb.admin.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.LoginSession;

/** Lets the login session of somebody who works with the pages not become idle meanwhile. */
@ApplicationScoped
class DoorSessions {

    @Inject
    SessionReader sessions;

    @Inject
    SessionTouchService touching;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    void touch(Administrator administrator, Visitor visitor) {
        Instant now = clock.instant();
        Instant before = now.minus(config.session().noteInterval());
        sessions.live(visitor.sessionCookie())
                .filter(standing -> administrator.is(standing.account().id()))
                .map(standing -> standing.session())
                .filter(session -> session.lastSeenAt().isBefore(before))
                .map(LoginSession::id)
                .ifPresent(id -> touching.touch(id, now, before));
    }
}
