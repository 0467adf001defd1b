package org.ostiary.ejb.introspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.issue.AuthenticationContext;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.issue.RefreshTokenIssuing;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.ClientAccessToken;
import org.ostiary.persistence.grant.ClientAccessTokens;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantStanding;
import org.ostiary.persistence.grant.RefreshStanding;
import org.ostiary.persistence.grant.RefreshTokens;
import org.ostiary.persistence.grant.TokenStanding;
import org.ostiary.persistence.subject.SubjectIdentifier;
import org.ostiary.persistence.subject.SubjectIdentifiers;

/** What can be said about a token, and to whom (RFC 7662, section 2.2). */
@ApplicationScoped
public class TokenFacts {
    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    @Inject
    AccessTokens accessTokens;

    @Inject
    ClientAccessTokens clientTokens;

    @Inject
    RefreshTokens refreshTokens;

    @Inject
    SubjectIdentifiers subjects;

    @Inject
    ClientDirectory clients;

    @Inject
    IssuanceDoor door;

    @Inject
    TokenHashes hashes;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The members of the answer; a token that is unknown, over, or none of the caller's business is not active. */
    Map<String, Object> of(String token, RegisteredClient caller) {
        String hash = hashes.hash(token);
        if (token.startsWith(RefreshTokenIssuing.PREFIX)) {
            return refreshTokens
                    .find(hash)
                    .flatMap(found -> ofRefreshToken(found, caller))
                    .orElse(INACTIVE);
        }
        Optional<TokenStanding> found = accessTokens.find(hash);
        return found.isPresent()
                ? ofToken(found.get(), caller)
                : clientTokens
                        .find(hash)
                        .flatMap(own -> ofClientToken(own, caller))
                        .orElse(INACTIVE);
    }

    /** The same for an access token that was found. */
    Map<String, Object> ofToken(TokenStanding found, RegisteredClient caller) {
        return ofAccessToken(found, caller).orElse(INACTIVE);
    }

    private Optional<Map<String, Object>> ofAccessToken(TokenStanding found, RegisteredClient caller) {
        Grant grant = found.standing().grant();
        Set<String> audience = stillFor(found);
        if (!found.token().live(clock.instant())
                || (audience.isEmpty() && !found.token().audience().isEmpty())
                || !concerns(caller, grant.clientId(), audience)
                || door.closed(found.standing()).isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> members = ofPerson(found.standing(), found.token().scopes(), found.sub(), caller);
        members.put("token_type", "Bearer");
        times(members, found.token().issuedAt(), found.token().expiresAt());
        members.put("aud", audience(audience));
        return Optional.of(members);
    }

    /** Those of the token's resource servers that the person still lets the client act at. */
    private static Set<String> stillFor(TokenStanding found) {
        Set<String> audience = new LinkedHashSet<>(found.token().audience());
        audience.retainAll(found.standing().grant().audience());
        return audience;
    }

    /** Only the client that has it can do anything with it. */
    private Optional<Map<String, Object>> ofRefreshToken(RefreshStanding found, RegisteredClient caller) {
        Grant grant = found.standing().grant();
        if (found.token().rotated()
                || found.token().expired(clock.instant())
                || !grant.clientId().equals(caller.clientId())
                || door.closed(found.standing()).isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> members = ofPerson(found.standing(), grant.scopes(), found.sub(), caller);
        times(members, found.token().issuedAt(), found.token().expiresAt());
        return Optional.of(members);
    }

    private Optional<Map<String, Object>> ofClientToken(ClientAccessToken own, RegisteredClient caller) {
        if (!own.live(clock.instant())
                || !concerns(caller, own.clientId(), own.audience())
                || clients.find(own.clientId()).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> members = active(own.scopes(), own.clientId());
        members.put("sub", own.clientId());
        members.put("token_type", "Bearer");
        times(members, own.issuedAt(), own.expiresAt());
        members.put("aud", audience(own.audience()));
        return Optional.of(members);
    }

    /** The client that the token was issued to, and a resource server that the token is for. */
    private static boolean concerns(RegisteredClient caller, String owner, Set<String> audience) {
        boolean named = audience.contains(caller.clientId())
                || caller.audience().allowed().stream().anyMatch(audience::contains);
        return caller.clientId().equals(owner) || (caller.resourceServer() && named);
    }

    private Map<String, Object> ofPerson(
            GrantStanding standing, Set<String> scopes, String sub, RegisteredClient caller) {
        Grant grant = standing.grant();
        Set<String> allowed = door.stillAllowed(scopes, grant);
        Map<String, Object> members = active(allowed, grant.clientId());
        // Told to a resource server of another sector it would undo the pairwise sub.
        if (allowed.contains(Scopes.PROFILE) && grant.clientId().equals(caller.clientId())) {
            members.put("username", standing.account().username());
        }
        String known = subOf(grant, sub, caller);
        if (known != null) {
            members.put("sub", known);
        }
        members.put("auth_time", grant.authTime().getEpochSecond());
        members.put("acr", AuthenticationContext.of(grant.amr()));
        members.put("amr", grant.amr());
        return members;
    }

    /** The name that the caller's own sector has for the person; null when that sector never met them. */
    private @Nullable String subOf(Grant grant, String sub, RegisteredClient caller) {
        String sector = caller.subject().sector();
        if (sector.equals(grant.sector())) {
            return sub;
        }
        return subjects.find(grant.accountId(), sector)
                .map(SubjectIdentifier::sub)
                .orElse(null);
    }

    private Map<String, Object> active(Set<String> scopes, String clientId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("iss", config.issuer().value());
        members.put("scope", Scopes.format(scopes));
        members.put("client_id", clientId);
        return members;
    }

    private static void times(Map<String, Object> members, Instant issuedAt, Instant expiresAt) {
        members.put("iat", issuedAt.getEpochSecond());
        members.put("exp", expiresAt.getEpochSecond());
    }

    private Object audience(Set<String> audience) {
        if (audience.size() > 1) {
            return audience;
        }
        return audience.isEmpty()
                ? config.issuer().value()
                : audience.iterator().next();
    }
}
