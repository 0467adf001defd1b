package org.ostiary.ejb.admin.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.visit.Device;
import org.ostiary.persistence.session.LoginSession;

/**
 * A login session.
 *
 * @param methods what the person proved who they are by (RFC 8176, section 2)
 * @param remembered whether it outlives the browser's window
 * @param browser null when it is none that we know
 * @param system null when it is none that we know
 * @param ended whether somebody or something ended it
 */
public record SessionView(
        String id,
        String accountId,
        Set<String> methods,
        Instant createdAt,
        Instant authenticatedAt,
        Instant lastSeenAt,
        Instant expiresAt,
        boolean remembered,
        String ip,
        @Nullable String browser,
        @Nullable String system,
        boolean ended,
        @Nullable String endReason) {

    static SessionView of(LoginSession session) {
        Device device = Device.of(session.userAgent());
        return new SessionView(
                session.id(),
                session.accountId(),
                session.amr(),
                session.createdAt(),
                session.authTime(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.remembered(),
                session.ip(),
                device.browser(),
                device.system(),
                session.ended(),
                session.endReason());
    }
}
