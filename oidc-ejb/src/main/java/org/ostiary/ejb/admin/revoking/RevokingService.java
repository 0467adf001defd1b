package org.ostiary.ejb.admin.revoking;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.ending.EndReason;
import org.ostiary.ejb.ending.SessionEnding;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.grant.ClientAccessTokens;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.session.LoginSession;
import org.ostiary.persistence.session.LoginSessions;

/** The steps of a revocation, each in a transaction of its own; sessions some at a time, since clients are told of each. */
@Stateless
public class RevokingService {

    private static final int MOST = 200;

    @Inject
    LoginSessions sessions;

    @Inject
    Grants grants;

    @Inject
    ClientAccessTokens clientTokens;

    @Inject
    Consents consents;

    @Inject
    Accounts accounts;

    @Inject
    Clients clients;

    @Inject
    SessionEnding ending;

    @Inject
    Clock clock;

    /** What there is to revoke; changes nothing. */
    @TransactionAttribute(SUPPORTS)
    public RevocationResult count(RevocationTarget target, String id) {
        requireThere(target, id);
        return left(target, id);
    }

    /** The same, of what may be gone by now. */
    @TransactionAttribute(SUPPORTS)
    public RevocationResult left(RevocationTarget target, String id) {
        return new RevocationResult(
                true,
                countSessions(target, id),
                (int) grants.countWhere(target.column(), id),
                target.ofClients() ? (int) clientTokens.countLive(ofClient(target, id), clock.instant()) : 0,
                null);
    }

    private int countSessions(RevocationTarget target, String id) {
        return switch (target) {
            case ACCOUNT -> (int) sessions.countUnended(id);
            case SESSION -> nextSessions(target, id, "").size();
            case EVERYTHING -> (int) sessions.countUnended();
            case CLIENT, GRANT -> 0;
        };
    }

    /** Ends the next sessions after the id. */
    public RevokedBatch endSessions(RevocationTarget target, String id, String after, EndReason reason) {
        List<LoginSession> next = nextSessions(target, id, after);
        int ended = (int)
                next.stream().filter(session -> ending.end(session, reason)).count();
        return new RevokedBatch(
                ended, next.size() < MOST ? null : next.get(MOST - 1).id());
    }

    private List<LoginSession> nextSessions(RevocationTarget target, String id, String after) {
        return switch (target) {
            case ACCOUNT -> sessions.unendedAfter(id, after, MOST);
            case SESSION ->
                sessions.find(id).filter(session -> !session.ended()).stream().toList();
            case EVERYTHING -> sessions.unendedAfter(after, MOST);
            case CLIENT, GRANT -> List.of();
        };
    }

    /** Revokes the next grants after the id. */
    public RevokedBatch revokeGrants(RevocationTarget target, String id, String after, String reason) {
        List<String> next = grants.unrevokedIds(target.column(), id, after, MOST);
        int revoked = grants.revokeAll(next, reason, clock.instant());
        return new RevokedBatch(revoked, next.size() < MOST ? null : next.get(MOST - 1));
    }

    /** Revokes what clients have for themselves; answers how many tokens there were. */
    public int revokeClientTokens(RevocationTarget target, String id) {
        return target.ofClients() ? clientTokens.revokeLive(ofClient(target, id), clock.instant()) : 0;
    }

    /** Forgets some of what people decided for a client; answers how many decisions there were, 0 when there are no more. */
    public int forgetConsents(String clientId) {
        return consents.forgetSomeOfClient(clientId, MOST);
    }

    private static @Nullable String ofClient(RevocationTarget target, String id) {
        return target == RevocationTarget.CLIENT ? id : null;
    }

    private void requireThere(RevocationTarget target, String id) {
        boolean there = switch (target) {
            case ACCOUNT -> accounts.find(id).isPresent();
            case CLIENT -> clients.find(id).isPresent();
            case SESSION -> sessions.find(id).isPresent();
            case GRANT -> grants.find(id).isPresent();
            case EVERYTHING -> id.isEmpty();
        };
        if (!there) {
            throw target == RevocationTarget.EVERYTHING
                    ? AdminRefusal.malformed("The member id must be left out for everything")
                    : AdminRefusal.unknown(target.name().toLowerCase(Locale.ROOT));
        }
    }
}
