package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.policy.GrantRight;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantStanding;

/**
 * The one door that every path to a token passes, and every use of one: whatever may have changed since the grant was
 * given is judged here and nowhere else, so that no path can forget a check.
 */
@ApplicationScoped
public class IssuanceDoor {

    @Inject
    ClientDirectory clients;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** Those of the scopes that the client may still have, and that the person still grants. */
    public Set<String> stillAllowed(Set<String> scopes, Grant grant) {
        Set<String> allowed = new LinkedHashSet<>(scopes);
        allowed.retainAll(grant.scopes());
        allowed.retainAll(
                clients.find(grant.clientId()).map(RegisteredClient::scopes).orElse(Set.of()));
        return allowed;
    }

    /** The same for a code, which never outlives the login session it was given in, also where its grant does. */
    public Optional<String> closedToCodes(GrantStanding standing) {
        return sessionOver(standing) ? Optional.of("the login session is over") : closed(standing);
    }

    /** Why nothing may be issued or used under the grant now; empty when it may. */
    public Optional<String> closed(GrantStanding standing) {
        if (standing.grant().revoked()) {
            return Optional.of("the grant was revoked");
        }
        return clients.find(standing.grant().clientId())
                .map(client -> closed(standing, client))
                .orElse(Optional.of("the client is disabled"));
    }

    private Optional<String> closed(GrantStanding standing, RegisteredClient client) {
        Grant grant = standing.grant();
        if (client.logout().revoke().ends(grant.offline()) && sessionOver(standing)) {
            return Optional.of("the login session is over");
        }
        return GrantRight.lost(grant, standing.account(), client);
    }

    private boolean sessionOver(GrantStanding standing) {
        return !standing.session().alive(clock.instant(), config.session().idle());
    }
}
