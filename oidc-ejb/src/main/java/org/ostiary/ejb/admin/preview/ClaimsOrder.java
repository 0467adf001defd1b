package org.ostiary.ejb.admin.preview;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client would be told about.
 *
 * @param scopes as if the person had allowed all of them
 * @param audience the resource servers that the access token would be for; null for those of a request that names none
 * @param claims the claims parameter, a JSON object as a text; null for none
 * @param session how the person proved who they are
 */
public record ClaimsOrder(
        String client,
        String account,
        Set<String> scopes,
        @Nullable Set<String> audience,
        @Nullable String claims,
        SupposedSession session) {}
