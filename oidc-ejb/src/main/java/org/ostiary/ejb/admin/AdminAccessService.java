package org.ostiary.ejb.admin;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.accounts.AccountConfirmation;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.audit.AuditEvent.AdministrationRefused;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.issue.AuthenticationContext;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.ClientAccessToken;
import org.ostiary.persistence.grant.ClientAccessTokens;
import org.ostiary.persistence.grant.TokenStanding;

/**
 * Judges who asks for an operation of the administration, anew at each request, by an access token of our own for the audience of
 * the administration (RFC 6750; RFC 9700, section 2.3). It only reads.
 *
 * <p>The scope says what the token may be used for, the person's groups or the client's registration what its owner may do; what
 * both allow counts.
 */
@Stateless
@TransactionAttribute(SUPPORTS)
public class AdminAccessService {

    private static final Rule TOKEN = new Rule("administration-token", "RFC 6750, section 3.1");
    private static final Rule ROLE = new Rule("administration-role", "RFC 6750, section 3.1");

    @Inject
    AccessTokens tokens;

    @Inject
    ClientAccessTokens clientTokens;

    @Inject
    ClientDirectory clients;

    @Inject
    IssuanceDoor door;

    @Inject
    AccountConfirmation confirmation;

    @Inject
    TokenHashes hashes;

    @Inject
    AuditService audit;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * Who bears the token, and in which role.
     *
     * @param operation the stable name of what they ask for
     * @throws AdminRefusal when the token does not count here, or its bearer has no role
     * @throws org.ostiary.ejb.accounts.AccountUnconfirmed when the directory must be asked about the person first
     */
    public Administrator admit(String accessToken, String operation, RequestFacts facts) {
        String hash = hashes.hash(accessToken);
        Optional<TokenStanding> standing = tokens.find(hash);
        return standing.isPresent()
                ? person(standing.get(), operation, facts)
                : client(clientTokens.find(hash).orElseThrow(AdminAccessService::noToken), operation, facts);
    }

    /** Refuses what the administrator may not do, for auditors to find. */
    public void require(Administrator administrator, AdministrationRole needed) {
        try {
            administrator.require(needed);
        } catch (AdminRefusal refusal) {
            throw noted(refusal, administrator.actor(), administrator.operation(), administrator.facts());
        }
    }

    private Administrator person(TokenStanding found, String operation, RequestFacts facts) {
        if (!found.token().live(clock.instant())
                || door.closed(found.standing()).isPresent()) {
            throw noToken();
        }
        confirmation.require(found.standing().account());
        RegisteredClient client = clients.require(found.standing().grant().clientId());
        Set<String> audience = found.token().audience();
        boolean granted = found.standing().grant().audience().containsAll(audience);
        String actor = "account:" + found.standing().account().id();
        try {
            requireAudience(granted ? audience : Set.of(), client);
            AdministrationRole byScope = roleOf(
                    door.stillAllowed(found.token().scopes(), found.standing().grant()));
            AdministrationRole byGroup =
                    config.administration().roleOf(found.standing().account().groups());
            requireRole(byGroup, "The account is in no group of administrators or auditors");
            requireTwoFactors(found.standing().grant().amr());
            return new Administrator(actor, found.standing().account().id(), byGroup.within(byScope), operation, facts);
        } catch (AdminRefusal refusal) {
            throw noted(refusal, actor, operation, facts);
        }
    }

    private Administrator client(ClientAccessToken own, String operation, RequestFacts facts) {
        RegisteredClient client = clients.find(own.clientId()).orElseThrow(AdminAccessService::noToken);
        if (!own.live(clock.instant()) || !client.grantTypes().contains(GrantType.CLIENT_CREDENTIALS.value())) {
            throw noToken();
        }
        String actor = "client:" + client.clientId();
        try {
            requireAudience(own.audience(), client);
            Set<String> scopes = new LinkedHashSet<>(own.scopes());
            scopes.retainAll(client.scopes());
            AdministrationRole byScope = roleOf(scopes);
            requireRole(
                    client.administration(),
                    "The client may not administer the provider: its administration-role is none");
            return new Administrator(actor, null, client.administration().within(byScope), operation, facts);
        } catch (AdminRefusal refusal) {
            throw noted(refusal, actor, operation, facts);
        }
    }

    /**
     * What a token for others lets them do, it does not let them do here, also where it is for both: the others could use it
     * here. And a client that lost the audience lost it at once.
     */
    private void requireAudience(Set<String> audience, RegisteredClient client) {
        String own = config.administrationAudience();
        if (!audience.equals(Set.of(own)) || !client.audience().allowed().contains(own)) {
            throw new AdminRefusal(
                    Kind.NOT_AUTHENTICATED,
                    new Rule("administration-audience", "RFC 9700, section 2.3"),
                    "The access token is not for the administration, or not for it alone: ask for one with the resource "
                            + own);
        }
    }

    private static AdministrationRole roleOf(Set<String> scopes) {
        if (scopes.contains(Scopes.ADMIN)) {
            return AdministrationRole.ADMIN;
        }
        if (scopes.contains(Scopes.AUDIT)) {
            return AdministrationRole.AUDITOR;
        }
        throw new AdminRefusal(
                Kind.SCOPE_TOO_SMALL,
                new Rule("administration-scope", "RFC 6750, section 3.1"),
                "The access token has neither the scope " + Scopes.ADMIN + " nor " + Scopes.AUDIT);
    }

    private static void requireRole(AdministrationRole role, String detail) {
        if (role == AdministrationRole.NONE) {
            throw new AdminRefusal(Kind.NOT_ALLOWED, ROLE, detail);
        }
    }

    private static void requireTwoFactors(Set<String> amr) {
        if (!AuthenticationContext.twoFactors(amr)) {
            throw new AdminRefusal(
                    Kind.TOO_WEAK,
                    new Rule("administration-factors", "RFC 9470, section 3"),
                    "The person must have signed in with two factors: ask for acr_values "
                            + AuthenticationContext.TWO_FACTORS);
        }
    }

    private static AdminRefusal noToken() {
        return new AdminRefusal(Kind.NOT_AUTHENTICATED, TOKEN, "The access token is unknown, expired or revoked");
    }

    private AdminRefusal noted(AdminRefusal refusal, String actor, String operation, RequestFacts facts) {
        audit.note(new AdministrationRefused(actor, refusal.rule().id(), operation), facts);
        return refusal;
    }
}
