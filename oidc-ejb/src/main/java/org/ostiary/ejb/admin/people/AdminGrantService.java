package org.ostiary.ejb.admin.people;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantStanding;
import org.ostiary.persistence.grant.GrantUse;
import org.ostiary.persistence.grant.Grants;

/** What people granted to clients, and taking it back for them. */
@Stateless
public class AdminGrantService {

    /** Why a grant is revoked that an administrator revokes. */
    public static final String REASON = "revoked by an administrator";

    @Inject
    Grants grants;

    @Inject
    Accounts accounts;

    @Inject
    ClientDirectory clients;

    @Inject
    AuditLog audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The grants of an account that are not revoked. */
    @TransactionAttribute(SUPPORTS)
    public GrantList of(String accountId) {
        if (accounts.find(accountId).isEmpty()) {
            throw AdminRefusal.unknown("account");
        }
        Map<String, GrantUse> uses = grants.uses(accountId);
        return new GrantList(grants.of(accountId).stream()
                .map(standing -> view(standing, uses.get(standing.grant().id())))
                .toList());
    }

    /** Revokes a grant and all that was issued under it. Revoked already is revoked. */
    public GrantsResult revoke(Administrator administrator, String id) {
        Grant grant = grants.find(id).orElseThrow(() -> AdminRefusal.unknown("grant"));
        int revoked = grants.revoke(id, REASON, clock.instant()) ? 1 : 0;
        audit.note(
                administrator.did(grant.accountId(), grant.clientId(), "grant " + id + ", revoked: " + revoked),
                administrator.facts());
        return new GrantsResult(revoked);
    }

    private GrantView view(GrantStanding standing, @Nullable GrantUse use) {
        Grant grant = standing.grant();
        return new GrantView(
                grant.id(),
                grant.clientId(),
                clients.find(grant.clientId()).map(RegisteredClient::clientName).orElse(grant.clientId()),
                grant.sessionId(),
                grant.scopes(),
                grant.audience(),
                grant.denied(),
                grant.offline(),
                grant.createdAt(),
                use == null ? null : use.lastUsed(),
                use == null ? null : use.endsAt(),
                !standing.session().alive(clock.instant(), config.session().idle()));
    }
}
