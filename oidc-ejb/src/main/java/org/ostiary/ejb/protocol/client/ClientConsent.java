package org.ostiary.ejb.protocol.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ostiary.ejb.protocol.Scopes;

/**
 * How a person is asked about a client.
 *
 * @param remembered how long a decision is remembered, where the mode remembers any
 * @param optionalScopes the only scopes that a person may leave out; none for all that are not required
 * @param requiredScopes scopes without which the client is of no use, so that a person allows them or denies everything
 */
public record ClientConsent(
        ConsentMode mode, Duration remembered, Set<String> optionalScopes, Set<String> requiredScopes) {

    public ClientConsent {
        optionalScopes = Collections.unmodifiableSet(new LinkedHashSet<>(optionalScopes));
        requiredScopes = Collections.unmodifiableSet(new LinkedHashSet<>(requiredScopes));
    }

    /** Whether a person cannot leave out this scope; {@code openid} never, since it says no more than who logged in. */
    public boolean requires(String scope) {
        return scope.equals(Scopes.OPENID)
                || requiredScopes.contains(scope)
                || !(optionalScopes.isEmpty() || optionalScopes.contains(scope));
    }
}
