package org.ostiary.ejb.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** The live sessions of a browser with their enabled accounts and what those are to the client; one statement. */
    public BrowserSessions of(@Nullable String sessionCookie, RegisteredClient client) {
        return of(sessionCookie, client.clientId(), client.subject().sector());
    }

    /** The live sessions of a browser with their enabled accounts, whatever those are to anyone; one statement. */
    public BrowserSessions of(@Nullable String sessionCookie) {
        return of(sessionCookie, NO_CLIENT, ClientSubject.PUBLIC_SECTOR);
    }

    /** The session in use, if there is a live one. */
    public Optional<SessionStanding> live(@Nullable String sessionCookie) {
        return of(sessionCookie).inUse();
    }

    private BrowserSessions of(@Nullable String sessionCookie, String clientId, String sector) {
        if (sessionCookie == null) {
            return BrowserSessions.NONE;
        }
        String handleHash = hashes.hash(sessionCookie);
        return judged(handleHash, sessions.ofBrowser(handleHash, clientId, sector));
    }

    /** What sessions of a browser are worth now. */
    public BrowserSessions judged(String handleHash, List<SessionStanding> found) {
        Map<Boolean, List<SessionStanding>> byLife = found.stream()
                .sorted(Comparator.comparing(standing -> standing.session().lastSeenAt(), Comparator.reverseOrder()))
                .collect(Collectors.partitioningBy(this::counts));
        return new BrowserSessions(
                handleHash, byLife.getOrDefault(true, List.of()), byLife.getOrDefault(false, List.of()));
    }

    private boolean counts(SessionStanding standing) {
        return standing.session().alive(clock.instant(), config.session().idle())
                && !standing.account().disabled();
    }
}
