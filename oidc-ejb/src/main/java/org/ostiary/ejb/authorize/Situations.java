package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.consent.ConsentItems;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.session.SessionReader;
import org.ostiary.ejb.visit.Visitor;
import org.ostiary.persistence.factor.SecondFactors;
import org.ostiary.persistence.interaction.Interaction;
import org.ostiary.persistence.session.SessionStanding;

/** Gathers all that decides what a person must still be asked. */
@ApplicationScoped
public class Situations {

    @Inject
    SessionReader sessions;

    @Inject
    ConsentItems items;

    @Inject
    SecondFactors factors;

    @Inject
    Clock clock;

    /** The situation now; {@code interaction} is null when nothing was asked yet. */
    Situation of(ReadRequest read, @Nullable Interaction interaction, Visitor visitor) {
        Instant now = clock.instant();
        SessionStanding standing =
                sessions.live(visitor.sessionCookie(), read.client()).orElse(null);
        return new Situation(
                read.client(),
                read.redirect(),
                read.request(),
                items.of(read.request(), read.client()),
                standing,
                interaction,
                expected(standing, read.request()),
                standing != null
                        && AuthorizationPolicies.secondFactorMissing(read.client(), read.request(), standing)
                        && factors.existFor(standing.account().id()),
                interaction == null ? now : interaction.requestedAt(),
                now);
    }

    /** Whether the request is for whoever logs in, or for this very person (OIDC Core 1.0, section 5.5.1). */
    private static boolean expected(@Nullable SessionStanding standing, AuthorizationRequest request) {
        List<String> wanted = ClaimsParameter.subjects(request.claims());
        return wanted.isEmpty() || (standing != null && standing.sub() != null && wanted.contains(standing.sub()));
    }
}
