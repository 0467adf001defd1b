package org.ostiary.ejb.protocol.authorize;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.pkce.CodeChallenge;

/**
 * An authorization request that keeps every rule (OIDC Core 1.0, section 3.1.2.1).
 *
 * @param responseType what the answer carries
 * @param scopes those asked for that this provider knows and the client may have
 * @param audience the resource servers that access tokens may be for (RFC 8707)
 * @param claims the claims parameter, a JSON object; null when the request has none (OIDC Core 1.0, section 5.5)
 * @param maxAge the longest time since the person's login; null when the client set none
 * @param acrValues how strongly the person should have proved who they are, the best first; none for no wish
 * @param hint what the client knows about the person
 * @param locales in which languages the person wants pages and claims
 * @param codeChallenge null when the request has none
 */
public record AuthorizationRequest(
        ResponseType responseType,
        Set<String> scopes,
        Set<String> audience,
        @Nullable String claims,
        Set<Prompt> prompts,
        Display display,
        @Nullable Duration maxAge,
        @Nullable CodeChallenge codeChallenge,
        @Nullable String nonce,
        List<String> acrValues,
        PersonHint hint,
        RequestedLocales locales) {

    /** Whether the client wants this prompt. */
    public boolean asks(Prompt prompt) {
        return prompts.contains(prompt);
    }
}
