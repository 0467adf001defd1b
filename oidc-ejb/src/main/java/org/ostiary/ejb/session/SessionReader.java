package org.ostiary.ejb.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;

/** Who is logged in with a browser, judged now. */
@ApplicationScoped
public class SessionReader {

    /** No client is called so. */
    private static final String NO_CLIENT = "";

    @Inject
    LoginSessions sessions;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The live session behind a cookie with its enabled account and what that is to the client; one statement. */
    public Optional<SessionStanding> live(@Nullable String sessionCookie, RegisteredClient client) {
        return live(sessionCookie, client.clientId(), client.subject().sector());
    }

    /** The live session behind a cookie with its enabled account, whatever that is to anyone; one statement. */
    public Optional<SessionStanding> live(@Nullable String sessionCookie) {
        return live(sessionCookie, NO_CLIENT, ClientSubject.PUBLIC_SECTOR);
    }

    private Optional<SessionStanding> live(@Nullable String sessionCookie, String clientId, String sector) {
        if (sessionCookie == null) {
            return Optional.empty();
        }
        return sessions.find(hashes.hash(sessionCookie), clientId, sector)
                .filter(standing -> standing.session()
                        .alive(clock.instant(), config.session().idle()))
                .filter(standing -> !standing.account().disabled());
    }
}
