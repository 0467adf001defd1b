package org.ostiary.ejb.admin.preview;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client would be told, member by member.
 *
 * @param idToken null where the scopes have no openid
 * @param userinfo null where the access token would be refused there: without openid, or for other resource servers
 * @param accessToken what resource servers read in it; null where the client gets opaque ones
 * @param introspection what the client itself would be told of the access token
 * @param subKnown whether the client knows the person already; the sub is made at the first login else
 */
public record ClaimsPreview(
        @Nullable Map<String, Object> idToken,
        @Nullable Map<String, Object> userinfo,
        @Nullable Map<String, Object> accessToken,
        Map<String, Object> introspection,
        boolean subKnown) {}
