package org.ostiary.ejb.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;

/** Who is logged in with a browser, judged now. */
@ApplicationScoped
public class SessionReader {

    @Inject
    LoginSessions sessions;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The live session behind a cookie with its enabled account and what that granted to the client; one statement. */
    public Optional<SessionStanding> live(@Nullable String sessionCookie, String clientId) {
        if (sessionCookie == null) {
            return Optional.empty();
        }
        return sessions.find(hashes.hash(sessionCookie), clientId)
                .filter(standing -> standing.session()
                        .alive(clock.instant(), config.session().idle()))
                .filter(standing -> !standing.account().disabled());
    }
}
