package org.ostiary.ejb.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.audit.AuditEvent.GrantRevoked;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantStanding;
import org.ostiary.persistence.grant.Grants;

/** Finds the grants that have lost their right, some at a time, and revokes them. */
@Stateless
public class LostRightsService {

    private static final int MOST = 500;

    @Inject
    Grants grants;

    @Inject
    ClientDirectory clients;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** Looks at the next grants of a client after the id. */
    public Batch find(RegisteredClient client, String after) {
        List<GrantStanding> next = grants.unrevoked(client.clientId(), after, MOST);
        long lost = next.stream()
                .filter(this::alive)
                .filter(each ->
                        GrantRight.lost(each.grant(), each.account(), client).isPresent())
                .count();
        return batch(next, (int) lost);
    }

    /** Looks at the next grants of a client after the id, and revokes those that have lost their right. */
    public Batch revoke(RegisteredClient client, String after, RequestFacts facts) {
        List<GrantStanding> next = grants.unrevoked(client.clientId(), after, MOST);
        int lost = 0;
        for (GrantStanding each : next) {
            Optional<String> reason = GrantRight.lost(each.grant(), each.account(), client);
            if (reason.isPresent() && alive(each) && revoke(each.grant(), reason.get(), facts)) {
                lost++;
            }
        }
        return batch(next, lost);
    }

    /** Revokes what one person granted and has lost the right to; answers how many grants that were. */
    public int revokeOf(String accountId, RequestFacts facts) {
        int lost = 0;
        for (GrantStanding each : grants.unrevokedOf(accountId)) {
            Optional<String> reason = clients.find(each.grant().clientId())
                    .flatMap(client -> GrantRight.lost(each.grant(), each.account(), client));
            if (reason.isPresent() && alive(each) && revoke(each.grant(), reason.get(), facts)) {
                lost++;
            }
        }
        return lost;
    }

    /** How many grants would lose their right if the person had these groups. */
    public int count(String accountId, Set<String> groups) {
        long lost = grants.unrevokedOf(accountId).stream()
                .filter(this::alive)
                .filter(each -> clients.find(each.grant().clientId())
                        .flatMap(client -> GrantRight.lost(
                                each.grant(), new Person(each.account().usernameKey(), groups), client))
                        .isPresent())
                .count();
        return (int) lost;
    }

    private boolean revoke(Grant grant, String reason, RequestFacts facts) {
        if (!grants.revoke(grant.id(), reason, clock.instant())) {
            return false;
        }
        audit.note(new GrantRevoked(grant.accountId(), grant.clientId(), reason), facts);
        return true;
    }

    /** One that has ended with its session needs no end. */
    private boolean alive(GrantStanding standing) {
        return standing.grant().offline()
                || standing.session().alive(clock.instant(), config.session().idle());
    }

    private static Batch batch(List<GrantStanding> looked, int lost) {
        return looked.size() < MOST
                ? new Batch("", lost, true)
                : new Batch(looked.get(MOST - 1).grant().id(), lost, false);
    }
}
