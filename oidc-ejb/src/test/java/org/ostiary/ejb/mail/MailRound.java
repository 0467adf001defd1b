package org.ostiary.ejb.mail;

import org.ostiary.ejb.fixture.RunningProvider;

/** What the timer does, for tests of those who write mail. */
public final class MailRound {

    private MailRound() {}

    /** Sends everything that is due. */
    public static void sendAll(RunningProvider provider) {
        Postman postman = provider.service(Postman.class);
        while (postman.sendOne()) {
            // The next one.
        }
    }
}
