package org.ostiary.ejb.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.ClientLogout;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.client.RevokeOnLogout;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.logout.Channel;
import org.ostiary.persistence.logout.LogoutDeliveries;
import org.ostiary.persistence.logout.LogoutDelivery;
import org.ostiary.persistence.logout.LogoutRecipient;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;

/**
 * The one way a login session ends: in the caller's transaction, together with the grants that hang on it, and with a delivery
 * for each client that was told who the person is (OIDC Back-Channel Logout 1.0, section 2.7). Whoever ends it first does all of
 * that, and nobody does it twice.
 */
@ApplicationScoped
public class SessionEnding {

    @Inject
    LoginSessions sessions;

    @Inject
    Grants grants;

    @Inject
    LogoutDeliveries deliveries;

    @Inject
    ClientDirectory clients;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** Ends a session; answers whether this call did. */
    public boolean end(LoginSession session, EndReason reason) {
        return end(session, reason, null);
    }

    /**
     * Ends a session while its person waits with a browser, which may tell clients too.
     *
     * @param signOut the hash of the handle of their request to sign out; null when no browser waits
     * @return whether this call ended it
     */
    public boolean end(LoginSession session, EndReason reason, @Nullable String signOut) {
        Instant now = clock.instant();
        return sessions.end(session.id(), reason.text(), now) && ended(session, reason, signOut, now);
    }

    /** Ends a session if it is over by its time, or was not used for too long; answers why, and nothing where this call did not. */
    Optional<EndReason> expire(LoginSession session) {
        Instant now = clock.instant();
        EndReason reason = now.isBefore(session.expiresAt()) ? EndReason.IDLE : EndReason.TOO_OLD;
        Instant idleSince = now.minus(config.session().idle());
        boolean over = sessions.expire(session.id(), reason.text(), now, idleSince);
        return over && ended(session, reason, null, now) ? Optional.of(reason) : Optional.empty();
    }

    /** Ends all sessions of an account but one; answers how many. */
    public int endOthers(String accountId, String kept, EndReason reason) {
        List<LoginSession> others = sessions.unended(accountId).stream()
                .filter(session -> !session.id().equals(kept))
                .toList();
        return (int) others.stream().filter(session -> end(session, reason)).count();
    }

    private boolean ended(LoginSession session, EndReason reason, @Nullable String signOut, Instant now) {
        for (String clientId : grants.clientsOf(session.id())) {
            RevokeOnLogout revoke = logout(clientId).revoke();
            if (revoke.ends(false)) {
                grants.revokeOfSession(session.id(), clientId, revoke.ends(true), reason.text(), now);
            }
        }
        for (LogoutRecipient recipient : grants.recipients(session.id())) {
            if (recipient.clientId().equals(AdministrationClient.ID)) {
                // Our own pages: what they have is revoked above, and nobody is left to be told.
                continue;
            }
            Channel channel = channel(logout(recipient.clientId()));
            deliveries.add(new LogoutDelivery(signOut, session.id(), session.accountId(), recipient, channel, now));
        }
        return true;
    }

    private ClientLogout logout(String clientId) {
        return clients.find(clientId).map(RegisteredClient::logout).orElse(ClientLogout.UNTOLD);
    }

    /** A client that has both is told by the back channel, whose outcome can be known. */
    private static Channel channel(ClientLogout logout) {
        if (logout.backChannelUri() != null) {
            return Channel.BACK;
        }
        return logout.frontChannelUri() == null ? Channel.NONE : Channel.FRONT;
    }
}
