package org.ostiary.ejb.admin.preview;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authorize.SupposedLogin;
import org.ostiary.ejb.authorize.SupposedSessions;
import org.ostiary.ejb.claims.ClaimsRequest;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.introspection.IntrospectionService;
import org.ostiary.ejb.issue.AccessTokenIssuing;
import org.ostiary.ejb.issue.AccessTokenRequest;
import org.ostiary.ejb.issue.IdTokenRequest;
import org.ostiary.ejb.issue.IdTokens;
import org.ostiary.ejb.issue.TokenLifetimes;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.token.GrantType;
import org.ostiary.ejb.userinfo.UserInfoService;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.account.Accounts;
import org.ostiary.persistence.grant.AccessToken;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.GrantStanding;
import org.ostiary.persistence.grant.GrantedRequest;
import org.ostiary.persistence.grant.TokenStanding;
import org.ostiary.persistence.session.SessionStanding;

/**
 * Shows what a client would be told about a person, by the classes that tell it, of a grant that is never stored. Nothing is
 * issued or signed.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminClaimsService {

    private static final List<String> OF_ONE_TOKEN = List.of("at_hash", "jti", "sid");
    private static final String NEW_SUB = "made at the first login";

    @Inject
    ClientDirectory clients;

    @Inject
    Accounts accounts;

    @Inject
    SupposedSessions sessions;

    @Inject
    IdTokens idTokens;

    @Inject
    AccessTokenIssuing accessTokens;

    @Inject
    UserInfoService userinfo;

    @Inject
    IntrospectionService introspection;

    @Inject
    TokenLifetimes lifetimes;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** What the client would be told if the person allowed all of it now. */
    public ClaimsPreview preview(Administrator administrator, ClaimsOrder order) {
        RegisteredClient client =
                clients.find(order.client()).orElseThrow(() -> AdminRefusal.unknown("client that is enabled"));
        Account account = accounts.find(order.account()).orElseThrow(() -> AdminRefusal.unknown("account"));
        requirePossible(order, client);
        Instant now = clock.instant();
        SessionStanding session = sessions.standing(
                new SupposedLogin(
                        account.id(),
                        order.session().amr(),
                        now,
                        administrator.facts().ip()),
                account,
                client);
        audit.note(administrator.did(account.id(), client.clientId(), null), administrator.facts());
        return preview(
                new GrantStanding(grant(order, client, session, now), account, session.session()),
                client,
                now,
                session);
    }

    private ClaimsPreview preview(
            GrantStanding standing, RegisteredClient client, Instant now, SessionStanding session) {
        String sub = Objects.requireNonNullElse(session.sub(), NEW_SUB);
        Grant grant = standing.grant();
        AccessTokenRequest wanted = new AccessTokenRequest(
                standing,
                client,
                sub,
                grant.scopes(),
                grant.audience(),
                now,
                lifetimes.accessToken(client, GrantType.AUTHORIZATION_CODE.value()));
        AccessToken token =
                new AccessToken("", grant.id(), grant.scopes(), grant.audience(), now, accessTokens.end(wanted));
        TokenStanding found = new TokenStanding(token, standing, sub);
        Map<String, Object> signed = accessTokens.claims(wanted);
        return new ClaimsPreview(
                grant.scopes().contains(Scopes.OPENID)
                        ? shown(idTokens.claims(idToken(standing, client, sub, now)))
                        : null,
                ofUserInfo(found),
                signed.isEmpty() ? null : shown(signed),
                introspection.claims(found, client),
                session.sub() != null);
    }

    private @Nullable Map<String, Object> ofUserInfo(TokenStanding found) {
        try {
            return userinfo.claims(found);
        } catch (OAuthException refused) {
            return null;
        }
    }

    /** Without values that would be others the next time. */
    private static Map<String, Object> shown(Map<String, Object> claims) {
        Map<String, Object> shown = new LinkedHashMap<>(claims);
        OF_ONE_TOKEN.forEach(name -> shown.computeIfPresent(name, (known, value) -> "made anew"));
        return shown;
    }

    private IdTokenRequest idToken(GrantStanding standing, RegisteredClient client, String sub, Instant now) {
        return new IdTokenRequest(
                standing,
                client,
                sub,
                standing.grant().scopes(),
                null,
                // Which one does not matter; that one is given with it decides which claims are in it.
                "a token",
                null,
                now,
                lifetimes.idToken(client, GrantType.AUTHORIZATION_CODE.value()));
    }

    private static Grant grant(ClaimsOrder order, RegisteredClient client, SessionStanding session, Instant now) {
        Set<String> scopes = new LinkedHashSet<>(order.scopes());
        return new Grant(
                session.session(),
                client.clientId(),
                client.subject().sector(),
                new GrantedRequest(
                        scopes,
                        audience(order, client),
                        order.claims(),
                        Set.of(),
                        scopes.contains(Scopes.OFFLINE_ACCESS)),
                now);
    }

    private static Set<String> audience(ClaimsOrder order, RegisteredClient client) {
        Set<String> asked = order.audience();
        if (asked != null && !asked.isEmpty()) {
            return asked;
        }
        return client.audience().mode() == AudienceMode.IMPLICIT
                ? client.audience().allowed()
                : Set.of();
    }

    private static void requirePossible(ClaimsOrder order, RegisteredClient client) {
        if (order.session() == SupposedSession.NONE) {
            throw AdminRefusal.malformed("The member session must be one_factor or two_factors");
        }
        if (order.scopes().isEmpty() || !client.scopes().containsAll(order.scopes())) {
            throw AdminRefusal.malformed(
                    "The member scopes must hold some that the client may have: " + Scopes.format(client.scopes()));
        }
        Set<String> audience = order.audience();
        if (audience != null && !client.audience().allowed().containsAll(audience)) {
            throw AdminRefusal.malformed("The member audience must hold some that the client is registered for");
        }
        try {
            ClaimsRequest.parse(order.claims());
        } catch (OAuthException malformed) {
            throw AdminRefusal.malformed("The member claims is refused: " + malformed.description());
        }
    }
}
