package org.ostiary.persistence.grant;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person granted.
 *
 * @param denied what was asked for and not granted, by the names of {@link org.ostiary.persistence.consent.ConsentItem}
 * @param audience the resource servers that access tokens may be for
 * @param claims the claims parameter, a JSON object; null for none
 * @param offline whether the grant outlives the session it was given in
 */
public record GrantedRequest(
        Set<String> scopes, Set<String> audience, @Nullable String claims, Set<String> denied, boolean offline) {
    /** Scopes and nothing else. */
    public static GrantedRequest of(Set<String> scopes) {
        return new GrantedRequest(scopes, Set.of(), null, Set.of(), false);
    }
}
