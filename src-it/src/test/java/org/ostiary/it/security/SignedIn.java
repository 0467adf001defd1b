package org.ostiary.it.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** People who logged in once, for tests that are not about logging in: a password costs more than all the rest. */
final class SignedIn {
    private static final Map<OstiaryServer, UserAgent> BOBS = new ConcurrentHashMap<>();

    private SignedIn() {}

    /** A journey of bob with a browser that has a session already. */
    static Journey bob(OstiaryServer server) {
        Journey journey = new Journey(
                server, BOBS.computeIfAbsent(server, SignedIn::logIn).copy());
        if (journey.open(server.endpoint("/logout.xhtml")).hasElement("logout-form")) {
            return journey;
        }
        // Another test ended all of his sessions.
        BOBS.remove(server);
        return bob(server);
    }

    private static UserAgent logIn(OstiaryServer server) {
        Journey journey = new Journey(server);
        journey.authorize(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT), TestAccounts.BOB);
        return journey.browser();
    }
}
