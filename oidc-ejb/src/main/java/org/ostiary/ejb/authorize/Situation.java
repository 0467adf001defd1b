package org.ostiary.ejb.authorize;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.policy.PolicyDecision;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.TrustedRedirect;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.session.BrowserSessions;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.session.SessionStanding;

/**
 * All that decides what must still be asked.
 *
 * @param items what the person is asked to allow, with what is known about it
 * @param standing for whom the request would be answered; null when nobody is logged in, or not the one who should be
 * @param decision what the client's policy demands of that person; null for nobody
 * @param browser all who are logged in with this browser
 * @param wanted whom the client means
 * @param interaction what was asked so far; null when nothing was
 * @param hasSecondFactor whether who is logged in could be asked for one; false also where nobody has to be
 * @param requestedAt when the client's request arrived
 */
record Situation(
        RegisteredClient client,
        TrustedRedirect redirect,
        AuthorizationRequest request,
        List<AskedItem> items,
        @Nullable SessionStanding standing,
        @Nullable PolicyDecision decision,
        BrowserSessions browser,
        WantedPerson wanted,
        @Nullable Interaction interaction,
        boolean hasSecondFactor,
        Instant requestedAt,
        Instant now) {

    /** Whether the person chose an account for this request, or logged in for it. */
    boolean chosen() {
        return interaction != null && interaction.chosen();
    }

    /** Whether the client takes no answer for the person who is logged in. */
    boolean otherPerson() {
        return standing != null && !wanted.admits(standing);
    }

    /** Whether who is logged in may not use the client at all. */
    boolean forbidden() {
        return decision != null && decision.denied();
    }
}
