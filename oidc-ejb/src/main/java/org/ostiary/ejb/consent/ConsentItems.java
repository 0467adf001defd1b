package org.ostiary.ejb.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ostiary.ejb.claims.ClaimsAssembly;
import org.ostiary.ejb.claims.ClaimsRequest;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * What a person is asked to allow, an item each: a scope by its name, a resource server as {@code aud:…}, a claim that no
 * granted scope releases as {@code claim:…}. Decisions are remembered by these names.
 */
@ApplicationScoped
public class ConsentItems {

    @Inject
    ClaimsAssembly claims;

    @Inject
    ScopeClaims scopeClaims;

    /** The items of a request, in the order they are shown. */
    public Set<String> of(AuthorizationRequest request, RegisteredClient client) {
        Set<String> items = new LinkedHashSet<>(request.scopes());
        request.audience().forEach(audience -> items.add("aud:" + audience));
        Set<String> named = claims.allowed(ClaimsRequest.parse(request.claims()), client);
        named.removeAll(scopeClaims.of(request.scopes()));
        named.forEach(claim -> items.add("claim:" + claim));
        return items;
    }
}
