package org.ostiary.ejb.admin.door;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ostiary.persistence.session.LoginSessions;

/** Notes in a transaction of its own that a session was used. */
@Stateless
public class SessionTouchService {

    @Inject
    LoginSessions sessions;

    /** Notes it, unless that was done since {@code before}. */
    public void touch(String id, Instant now, Instant before) {
        sessions.touch(id, now, before);
    }
}
