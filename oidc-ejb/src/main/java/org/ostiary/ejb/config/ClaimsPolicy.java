package org.ostiary.ejb.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ostiary.ejb.protocol.client.IdTokenAudience;

/**
 * What the operator wrote under one name below {@code oidc.claims-policy}.
 *
 * @param custom from which attribute a claim is taken
 */
record ClaimsPolicy(
        Set<String> idToken, Set<String> accessToken, Map<String, String> custom, IdTokenAudience audience) {

    static final ClaimsPolicy NONE = new ClaimsPolicy(Set.of(), Set.of(), Map.of(), IdTokenAudience.SPECIFICATION);

    ClaimsPolicy withIdToken(Set<String> claims) {
        return new ClaimsPolicy(claims, accessToken, custom, audience);
    }

    ClaimsPolicy withAccessToken(Set<String> claims) {
        return new ClaimsPolicy(idToken, claims, custom, audience);
    }

    ClaimsPolicy with(IdTokenAudience value) {
        return new ClaimsPolicy(idToken, accessToken, custom, value);
    }

    ClaimsPolicy with(String claim, String attribute) {
        Map<String, String> more = new LinkedHashMap<>(custom);
        more.put(claim, attribute);
        return new ClaimsPolicy(idToken, accessToken, more, audience);
    }
}
