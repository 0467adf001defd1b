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
    Accounts accounts;

    @Inject
    Clients clients;

    @Inject
    SessionEnding ending;

    @Inject
    Clock clock;

    /**
     * Sessions that were ended.
     *
     * @param last where the next ones begin; null when there are no more
     */
    public record EndedSessions(int count, @Nullable String last) {}

    /** What there is to revoke; changes nothing. */
    @TransactionAttribute(SUPPORTS)
    public RevocationResult count(RevocationTarget target, String id) {
        requireThere(target, id);
        return new RevocationResult(
                true,
                countSessions(target, id),
                (int) grants.countWhere(target.column(), id),
                target.ofClients() ? (int) clientTokens.countLive(ofClient(target, id), clock.instant()) : 0);
    }

    private int countSessions(RevocationTarget target, String id) {
        return switch (target) {
            case ACCOUNT, SESSION -> sessionsOf(target, id).size();
            case EVERYTHING -> (int) sessions.countUnended();
            case CLIENT, GRANT -> 0;
        };
    }

    /** Ends the next sessions after the id. */
    public EndedSessions endSessions(RevocationTarget target, String id, String after) {
        List<LoginSession> next =
                target == RevocationTarget.EVERYTHING ? sessions.unendedAfter(after, MOST) : sessionsOf(target, id);
        int ended = (int) next.stream()
                .filter(session -> ending.end(session, EndReason.ADMINISTRATOR))
                .count();
        boolean more = target == RevocationTarget.EVERYTHING && next.size() == MOST;
        return new EndedSessions(ended, more ? next.get(MOST - 1).id() : null);
    }

    private List<LoginSession> sessionsOf(RevocationTarget target, String id) {
        return switch (target) {
            case ACCOUNT -> sessions.unended(id);
            case SESSION ->
                sessions.find(id).filter(session -> !session.ended()).stream().toList();
            case CLIENT, GRANT, EVERYTHING -> List.of();
        };
    }

    /** Revokes the grants; answers how many there were. */
    public int revokeGrants(RevocationTarget target, String id, String reason) {
        return grants.revokeWhere(target.column(), id, reason, clock.instant());
    }

    /** Revokes what clients have for themselves; answers how many tokens there were. */
    public int revokeClientTokens(RevocationTarget target, String id) {
        return target.ofClients() ? clientTokens.revokeLive(ofClient(target, id), clock.instant()) : 0;
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
