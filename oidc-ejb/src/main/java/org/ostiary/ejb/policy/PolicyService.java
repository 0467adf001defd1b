package org.ostiary.ejb.policy;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Set;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.account.Account;

/**
 * What changes of clients and groups mean for what was granted before. Each use of a token is judged anyway; this makes it
 * final for an administrator who waits for the number, tells it beforehand, and leaves a record for auditors. Where nobody waits,
 * {@code org.ostiary.ejb.rights} does.
 *
 * <p>It has no transaction itself: there may be very many grants, and each batch of them has one.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class PolicyService {

    @Inject
    LostRightsService rights;

    @Inject
    ClientDirectory clients;

    /** Whether the person may use the client, if they sign in as strongly as it demands and from where it allows. */
    public boolean mayUse(Account account, RegisteredClient client) {
        return !PolicyJudge.judgeAnywhere(client.authorizationPolicy(), account).denied();
    }

    /** Whether a client that the person may use from this address asks them for two factors. */
    public boolean demandsSecondFactor(Account account, String ip) {
        return clients.all().stream()
                .anyMatch(client -> PolicyJudge.judge(client.authorizationPolicy(), account, ip)
                        .demandsSecondFactor());
    }

    /** How many grants would lose their right if the client became this one. */
    public int preview(RegisteredClient changed) {
        int lost = 0;
        for (Batch batch = rights.find(changed, Batch.START); ; batch = rights.find(changed, batch.last())) {
            lost += batch.lost();
            if (batch.complete()) {
                return lost;
            }
        }
    }

    /** How many grants would lose their right if the person had these groups. */
    public int preview(String accountId, Set<String> groups) {
        return rights.count(accountId, groups);
    }

    /** Revokes every grant of a person that has lost its right, because their groups changed; answers how many there were. */
    public int enforce(String accountId, RequestFacts facts) {
        return rights.revokeOf(accountId, facts);
    }

    /** The same for some clients, whose policy changed. */
    public int enforce(Set<String> clientIds, RequestFacts facts) {
        return clients.all().stream()
                .filter(client -> clientIds.contains(client.clientId()))
                .mapToInt(client -> enforce(client, facts))
                .sum();
    }

    private int enforce(RegisteredClient client, RequestFacts facts) {
        int revoked = 0;
        for (Batch batch = rights.revoke(client, Batch.START, facts);
                ;
                batch = rights.revoke(client, batch.last(), facts)) {
            revoked += batch.lost();
            if (batch.complete()) {
                return revoked;
            }
        }
    }
}
