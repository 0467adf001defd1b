package org.ostiary.web.account;

import org.ostiary.ejb.account.OwnSession;
import org.ostiary.ejb.visit.Device;
import org.ostiary.web.page.Moments;
import org.ostiary.web.page.Texts;

/** A session as people read it. */
public record SessionLine(String id, String device, String ip, String since, String lastSeen, boolean current) {

    static SessionLine of(OwnSession session) {
        return new SessionLine(
                session.id(),
                words(session.device()),
                session.ip(),
                Moments.words(session.since()),
                Moments.words(session.lastSeen()),
                session.current());
    }

    private static String words(Device device) {
        if (device.browser() != null && device.system() != null) {
            return Texts.text("device.both", device.browser(), device.system());
        }
        String known = device.browser() == null ? device.system() : device.browser();
        return known == null ? Texts.text("device.unknown") : known;
    }
}
