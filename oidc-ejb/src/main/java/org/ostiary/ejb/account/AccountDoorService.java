package org.ostiary.ejb.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.account.DoorOutcome.Open;
import org.ostiary.ejb.account.DoorOutcome.Prove;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.interaction.InteractionDesk;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.random.SecureTokens;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.session.SignedIn;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Lets people in to the pages of their own account, or sends them the way of every sign-in and back. Whoever has a second
 * factor needs it here: else who knows a password only could change it, or take the factor away.
 */
@Stateless
public class AccountDoorService {

    @Inject
    SessionReader sessions;

    @Inject
    LoginSessions stored;

    @Inject
    SignedIn signedIn;

    @Inject
    InteractionDesk desk;

    @Inject
    SecureTokens random;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * A person who wants to see a page.
     *
     * @param path from the root of the issuer
     * @param asked the language that the way there is to be in; null for no wish
     */
    public DoorOutcome enter(String path, @Nullable Language asked, Visitor visitor) {
        Optional<SessionStanding> standing = sessions.live(visitor.sessionCookie());
        if (standing.isEmpty() || !signedIn.proven(standing.get())) {
            return prove(path, null, asked, visitor);
        }
        touch(standing.get().session());
        return new Open();
    }

    /** The same for something sensitive, which who proved who they are long ago must prove again. */
    public DoorOutcome enterFreshly(String path, Visitor visitor) {
        return signedIn.fresh(signedIn.require(visitor)) ? new Open() : prove(path, SignedIn.FRESH, null, visitor);
    }

    private Prove prove(String path, @Nullable Duration maxAge, @Nullable Language asked, Visitor visitor) {
        String known = visitor.browserCookie();
        String cookie = known == null ? random.handle("") : known;
        return new Prove(desk.openOwn(path, maxAge, asked, cookie), known == null ? cookie : null);
    }

    private void touch(LoginSession session) {
        Instant now = clock.instant();
        Instant before = now.minus(config.session().noteInterval());
        if (session.lastSeenAt().isBefore(before)) {
            stored.touch(session.id(), now, before);
        }
    }
}
