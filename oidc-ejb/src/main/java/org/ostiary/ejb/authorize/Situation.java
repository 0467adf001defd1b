package org.ostiary.ejb.authorize;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.consent.Consent;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.session.SessionStanding;

/**
 * All that decides what must still be asked.
 *
 * @param items what the person is asked to allow
 * @param expectedSubject whether the person who is logged in is the one that the request is for, if it is for someone
 * @param standing who is logged in; null when nobody is
 * @param interaction what was asked so far; null when nothing was
 * @param hasSecondFactor whether who is logged in could be asked for one; false also where nobody has to be
 * @param requestedAt when the client's request arrived
 */
record Situation(
        RegisteredClient client,
        TrustedRedirect redirect,
        AuthorizationRequest request,
        Set<String> items,
        @Nullable SessionStanding standing,
        @Nullable Interaction interaction,
        boolean expectedSubject,
        boolean hasSecondFactor,
        Instant requestedAt,
        Instant now) {

    /** What the person granted this client earlier and still counts. */
    Set<String> rememberedItems() {
        if (standing == null) {
            return Set.of();
        }
        return standing.consents().stream()
                .filter(consent -> consent.counts(now))
                .map(Consent::scope)
                .collect(Collectors.toUnmodifiableSet());
    }
}
