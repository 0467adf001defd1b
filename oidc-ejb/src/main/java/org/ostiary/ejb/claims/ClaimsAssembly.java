package org.ostiary.ejb.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.protocol.client.ClientClaims;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.account.Account;
import org.ostiary.persistence.consent.ConsentItem;
import org.ostiary.persistence.grant.Grant;

/** Which claims about a person go where: the one place that decides it (OIDC Core 1.0, sections 5.4 and 5.5). */
@ApplicationScoped
public class ClaimsAssembly {

    @Inject
    ScopeClaims scopeClaims;

    /** For userinfo: those of the granted scopes, and those that the request named. */
    public Map<String, Object> ofUserInfo(
            Account account, Set<String> scopes, RegisteredClient client, ClaimsRequest request) {
        Map<String, Object> claims = AccountClaims.of(
                account, scopeClaims.of(scopes), client.claims().custom());
        claims.putAll(named(account, client, request.userinfo()));
        return claims;
    }

    /**
     * For an ID token: those that the client registered for it and the granted scopes release, and those that the request
     * named; without an access token all of the scopes, since the client cannot ask userinfo.
     */
    public Map<String, Object> ofIdToken(
            Account account,
            Set<String> scopes,
            RegisteredClient client,
            ClaimsRequest request,
            boolean withAccessToken) {
        Set<String> released = scopeClaims.of(scopes);
        Map<String, Object> claims = AccountClaims.of(
                account,
                withAccessToken ? common(released, client.claims().idToken()) : released,
                client.claims().custom());
        claims.putAll(named(account, client, request.idToken()));
        return claims;
    }

    /** For a signed access token: those that the client's policy names and the granted scopes release. */
    public Map<String, Object> ofAccessToken(Account account, Set<String> scopes, ClientClaims claims) {
        return AccountClaims.of(account, common(scopeClaims.of(scopes), claims.accessToken()), claims.custom());
    }

    /**
     * What a request named, less what the person did not allow, by itself or with a scope that releases it. That is no error,
     * however essential the claim is (OIDC Core 1.0, section 5.5.1).
     */
    public ClaimsRequest granted(Grant grant) {
        Set<String> withheld = scopeClaims.of(grant.denied());
        grant.denied().stream()
                .filter(ConsentItem::isClaim)
                .map(ConsentItem::nameOf)
                .forEach(withheld::add);
        withheld.removeAll(scopeClaims.of(grant.scopes()));
        return ClaimsRequest.parse(grant.claims()).without(withheld);
    }

    /** The claims named in a request that the client may have, because one of its scopes releases them. */
    public Set<String> allowed(ClaimsRequest request, RegisteredClient client) {
        return common(request.names(), scopeClaims.of(client.scopes()));
    }

    /** What was asked for with a value is left out where the person has another. */
    private Map<String, Object> named(Account account, RegisteredClient client, Map<String, RequestedClaim> asked) {
        Set<String> names = common(asked.keySet(), scopeClaims.of(client.scopes()));
        Map<String, Object> claims = new LinkedHashMap<>();
        AccountClaims.of(account, names, client.claims().custom()).forEach((name, value) -> {
            RequestedClaim wish = asked.get(name);
            if (wish != null && wish.accepts(json(value))) {
                claims.put(name, value);
            }
        });
        return claims;
    }

    private static JsonValue json(Object value) {
        if (value instanceof JsonValue known) {
            return known;
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return Json.createValue(number.longValue());
        }
        return value instanceof Collection<?> several
                ? Json.createArrayBuilder(several).build()
                : Json.createValue(value.toString());
    }

    private static Set<String> common(Set<String> names, Set<String> others) {
        Set<String> common = new LinkedHashSet<>(names);
        common.retainAll(others);
        return common;
    }
}
