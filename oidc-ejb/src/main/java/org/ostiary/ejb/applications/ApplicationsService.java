package org.ostiary.ejb.applications;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.audit.AuditEvent.ApplicationRevoked;
import org.ostiary.ejb.audit.AuditEvent.ConsentChanged;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.consent.ConsentFingerprints;
import org.ostiary.ejb.consent.DecisionText;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.consent.ConsentDecision;
import org.ostiary.persistence.consent.ConsentSource;
import org.ostiary.persistence.consent.Consents;
import org.ostiary.persistence.grant.GrantStanding;
import org.ostiary.persistence.grant.Grants;
import org.ostiary.persistence.interaction.Interactions;

/**
 * Lets people see and change what their applications have. The caller names the account and must have proved that it is its
 * own; of other accounts nothing is ever found.
 */
@Stateless
public class ApplicationsService {

    @Inject
    ApplicationAssembly assembly;

    @Inject
    Consents consents;

    @Inject
    Grants grants;

    @Inject
    Interactions interactions;

    @Inject
    ClientDirectory clients;

    @Inject
    ConsentFingerprints fingerprints;

    @Inject
    IssuanceDoor door;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The applications of an account, by their names. */
    @TransactionAttribute(SUPPORTS)
    public List<Application> of(String accountId) {
        return assembly.of(accountId);
    }

    /**
     * Changes what an application may have. What is denied works nowhere any more at once; what is allowed comes with the next
     * refresh, where it was asked for at the login, and with the next login.
     *
     * @param wishes whether each item is to be granted; one that is as wished already stays untouched
     */
    public ChangeOutcome change(String accountId, String clientId, Map<String, Boolean> wishes, RequestFacts facts) {
        consents.hold(accountId);
        Optional<Application> application = find(accountId, clientId);
        if (application.isEmpty()
                || wishes.keySet().stream()
                        .anyMatch(item -> application.get().permission(item).isEmpty())) {
            return ChangeOutcome.UNKNOWN;
        }
        Map<String, Boolean> changes = new LinkedHashMap<>(wishes);
        changes.entrySet()
                .removeIf(wish -> application
                        .get()
                        .permission(wish.getKey())
                        .filter(known -> known.granted() == wish.getValue())
                        .isPresent());
        if (changes.keySet().stream()
                .anyMatch(item ->
                        !application.get().permission(item).orElseThrow().changeable())) {
            return ChangeOutcome.FIXED;
        }
        if (!changes.isEmpty()) {
            apply(accountId, clients.require(clientId), changes, facts);
        }
        return ChangeOutcome.CHANGED;
    }

    private void apply(String accountId, RegisteredClient client, Map<String, Boolean> changes, RequestFacts facts) {
        List<GrantStanding> standings = grants.of(accountId).stream()
                .filter(standing -> standing.grant().clientId().equals(client.clientId()))
                .toList();
        Set<String> granted = new LinkedHashSet<>();
        Set<String> denied = new LinkedHashSet<>();
        changes.forEach((item, wish) -> {
            (wish ? granted : denied).add(item);
            standings.forEach(standing -> change(standing, item, wish));
            remember(accountId, client, item, wish);
        });
        audit.note(new ConsentChanged(accountId, client.clientId(), DecisionText.of(granted, denied)), facts);
    }

    /** Nothing is added to a grant that is over: offline access would bring it back to life. */
    private void change(GrantStanding standing, String item, boolean wish) {
        if (!wish) {
            standing.grant().deny(item);
        } else if (door.closed(standing).isEmpty()) {
            standing.grant().allow(item);
        }
    }

    /** A no that was said here counts until it is taken back, a yes as long as one on the consent page. */
    private void remember(String accountId, RegisteredClient client, String item, boolean wish) {
        if (wish && client.consent().mode() == ConsentMode.IMPLICIT) {
            consents.forget(accountId, client.clientId(), item);
            return;
        }
        Instant now = clock.instant();
        consents.remember(
                accountId,
                client.clientId(),
                Map.of(
                        item,
                        new ConsentDecision(
                                wish,
                                ConsentSource.ACCOUNT_PAGE,
                                fingerprints.of(item, client),
                                now,
                                wish ? now.plus(client.consent().remembered()) : null)));
    }

    /**
     * Takes everything from an application: its tokens are dead at once, what was decided is forgotten, and its next request
     * asks.
     *
     * @return false when the account has no such application
     */
    public boolean revoke(String accountId, String clientId, RequestFacts facts) {
        consents.hold(accountId);
        boolean known = find(accountId, clientId).isPresent();
        int revoked = grants.revokeAll(accountId, clientId, "application revoked", clock.instant());
        consents.forget(accountId, clientId);
        interactions.withdraw(accountId, clientId);
        if (known || revoked > 0) {
            audit.note(new ApplicationRevoked(accountId, clientId, revoked + " grants revoked"), facts);
        }
        return known || revoked > 0;
    }

    private Optional<Application> find(String accountId, String clientId) {
        return assembly.of(accountId).stream()
                .filter(application -> application.clientId().equals(clientId))
                .findFirst();
    }
}
