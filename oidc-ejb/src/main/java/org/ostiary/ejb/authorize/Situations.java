package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.consent.ConsentItems;
import org.ostiary.ejb.policy.PolicyDecision;
import org.ostiary.ejb.policy.PolicyJudge;
import org.ostiary.ejb.session.BrowserSessions;
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
        return of(
                read,
                interaction,
                sessions.of(visitor.sessionCookie(), read.client()),
                visitor.facts().ip());
    }

    /** The same for a browser with these sessions, at that address. */
    Situation of(ReadRequest read, @Nullable Interaction interaction, BrowserSessions browser, String ip) {
        Instant now = clock.instant();
        WantedPerson wanted =
                new WantedPerson(read.people(), read.request().hint().login());
        SessionStanding standing = standing(browser, wanted, interaction).orElse(null);
        PolicyDecision decision = standing == null ? null : decision(read, standing, ip);
        return new Situation(
                read.client(),
                read.redirect(),
                read.request(),
                items.of(read.request(), read.client(), standing == null ? List.of() : standing.consents()),
                standing,
                decision,
                browser,
                wanted,
                interaction,
                standing != null
                        && decision != null
                        && (AuthorizationPolicies.secondFactorMissing(decision, read.request(), standing)
                                || AuthorizationPolicies.secondFactorIfAny(read.client(), standing)
                                || AuthorizationPolicies.secondFactorWished(read.request(), standing))
                        && factors.existFor(standing.account().id()),
                interaction == null ? now : interaction.requestedAt(),
                now);
    }

    private static PolicyDecision decision(ReadRequest read, SessionStanding standing, String ip) {
        return PolicyJudge.judge(read.client().authorizationPolicy(), standing.account(), ip);
    }

    /** Whom the person chose, else whom the client means, else who is logged in. */
    private static Optional<SessionStanding> standing(
            BrowserSessions browser, WantedPerson wanted, @Nullable Interaction interaction) {
        if (interaction != null && interaction.chosen()) {
            return Optional.ofNullable(interaction.chosenSession()).flatMap(browser::find);
        }
        Optional<SessionStanding> meant = browser.inUse()
                .filter(wanted::fits)
                .or(() -> wanted.anyone() ? Optional.empty() : browser.first(wanted::fits));
        return meant.or(browser::inUse);
    }
}
