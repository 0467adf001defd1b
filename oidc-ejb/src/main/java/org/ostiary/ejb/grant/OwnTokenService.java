package org.ostiary.ejb.grant;

import static org.ostiary.ejb.protocol.OAuthErrorCode.INVALID_SCOPE;
import static org.ostiary.ejb.protocol.OAuthErrorCode.UNAUTHORIZED_CLIENT;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ostiary.ejb.audit.AuditEvent.OwnTokenIssued;
import org.ostiary.ejb.audit.AuditLog;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.issue.ClientTokenIssuing;
import org.ostiary.ejb.issue.IssuedAccessToken;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.TargetResources;
import org.ostiary.ejb.protocol.token.TokenRequest.ClientCredentialsRequest;
import org.ostiary.ejb.protocol.token.TokenResponse;
import org.ostiary.ejb.visit.RequestFacts;

/** Gives a client an access token for itself (RFC 6749, section 4.4). No person is concerned, and none is asked. */
@Stateless
public class OwnTokenService {

    /** What only a person has, or what only a person's absence gives a meaning to. */
    private static final Set<String> OF_PEOPLE = Set.copyOf(Scopes.KNOWN);

    @Inject
    ClientTokenIssuing issuing;

    @Inject
    AuditLog audit;

    @Inject
    ScopeClaims scopeClaims;

    @Inject
    Clock clock;

    /**
     * A token for the authenticated client.
     *
     * @throws OAuthException unauthorized_client for a public client, invalid_scope, or invalid_target
     */
    public TokenResponse issue(RegisteredClient client, ClientCredentialsRequest request, RequestFacts facts) {
        requireConfidential(client);
        Set<String> scopes = scopes(client, request, scopeClaims.scopes());
        Instant now = clock.instant();
        IssuedAccessToken token = issuing.issue(client, scopes, audience(client, request), now);
        audit.note(new OwnTokenIssued(client.clientId()), facts);
        return new TokenResponse(token.value(), token.lifetime(), Scopes.format(scopes), null, null);
    }

    private static void requireConfidential(RegisteredClient client) {
        if (client.isPublic()) {
            throw new OAuthException(
                    UNAUTHORIZED_CLIENT,
                    new Rule("confidential-client", "RFC 6749, section 4.4"),
                    "Only a client that authenticates may use the grant type client_credentials");
        }
    }

    /**
     * A scope that is known and not allowed is refused, an unknown one ignored; without a scope parameter it is all that the
     * client has but what concerns people.
     */
    private static Set<String> scopes(RegisteredClient client, ClientCredentialsRequest request, Set<String> known) {
        Set<String> own = new LinkedHashSet<>(client.scopes());
        own.removeAll(OF_PEOPLE);
        if (request.scope() == null) {
            return own;
        }
        Set<String> asked = Scopes.parse(request.scope());
        for (String scope : asked) {
            if (!own.contains(scope) && (client.strictness().strictScopes() || known.contains(scope))) {
                throw new OAuthException(
                        INVALID_SCOPE,
                        new Rule("scope-of-clients", "RFC 6749, section 4.4.2"),
                        "The scope must hold only values that the client is registered for and that concern no person: "
                                + Scopes.format(own));
            }
        }
        own.retainAll(asked);
        return own;
    }

    private static Set<String> audience(RegisteredClient client, ClientCredentialsRequest request) {
        Set<String> allowed = client.audience().allowed();
        boolean implied = request.resources().isEmpty() && client.audience().mode() == AudienceMode.IMPLICIT;
        return implied ? allowed : TargetResources.require(request.resources(), allowed);
    }
}
