package org.ostiary.ejb.protocol.authorize;

import org.jspecify.annotations.Nullable;

/**
 * What a client knows about the person that it wants to be logged in (OIDC Core 1.0, section 3.1.2.1).
 *
 * @param login what the person may be called here; null when it does not say
 * @param idToken an ID token of that person, not verified yet; null when it has none
 */
public record PersonHint(@Nullable String login, @Nullable String idToken) {}
