package org.ostiary.ejb.authorize;

import static org.ostiary.ejb.protocol.OAuthErrorCode.ACCESS_DENIED;
import static org.ostiary.ejb.protocol.OAuthErrorCode.ACCOUNT_SELECTION_REQUIRED;
import static org.ostiary.ejb.protocol.OAuthErrorCode.CONSENT_REQUIRED;
import static org.ostiary.ejb.protocol.OAuthErrorCode.LOGIN_REQUIRED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ostiary.ejb.policy.PolicyDecision;
import org.ostiary.ejb.protocol.JudgedRules;
import org.ostiary.ejb.protocol.authorize.Prompt;
import org.ostiary.persistence.session.SessionStanding;

/**
 * What a person must be asked, in order: the first check that fires names the page to show and the error for
 * {@code prompt=none} (OIDC Core 1.0, sections 3.1.2.3, 3.1.2.4 and 3.1.2.6).
 */
final class InteractionPolicy {

    private static final List<InteractionCheck> CHECKS = List.of(
            new InteractionCheck(
                    "registration-offered", Page.REGISTER, LOGIN_REQUIRED, InteractionPolicy::createPrompted),
            new InteractionCheck(
                    "account-selected",
                    Page.SELECT_ACCOUNT,
                    ACCOUNT_SELECTION_REQUIRED,
                    InteractionPolicy::selectionMissing),
            new InteractionCheck("session-present", Page.LOGIN, LOGIN_REQUIRED, InteractionPolicy::noSession),
            new InteractionCheck("max-age-kept", Page.LOGIN, LOGIN_REQUIRED, InteractionPolicy::tooOld),
            new InteractionCheck("subject-as-requested", Page.LOGIN, LOGIN_REQUIRED, Situation::otherPerson),
            new InteractionCheck(
                    "login-hint-heeded", Page.SELECT_ACCOUNT, LOGIN_REQUIRED, InteractionPolicy::hintedElsewhere),
            new InteractionCheck("login-prompted", Page.LOGIN, LOGIN_REQUIRED, InteractionPolicy::loginPrompted),
            new InteractionCheck("access-allowed", Page.FORBIDDEN, ACCESS_DENIED, Situation::forbidden),
            new InteractionCheck(
                    "fresh-login-before-enrolment", Page.LOGIN, LOGIN_REQUIRED, InteractionPolicy::tooOldToEnrol),
            new InteractionCheck(
                    "second-factor-enrolled",
                    Page.ENROLMENT,
                    LOGIN_REQUIRED,
                    situation -> secondFactorMissing(situation) && !situation.hasSecondFactor()),
            new InteractionCheck(
                    "second-factor-present", Page.SECOND_FACTOR, LOGIN_REQUIRED, InteractionPolicy::secondFactorOwed),
            new InteractionCheck(
                    "second-factor-wished", Page.SECOND_FACTOR, LOGIN_REQUIRED, InteractionPolicy::secondFactorWished),
            new InteractionCheck("consent-given", Page.CONSENT, CONSENT_REQUIRED, ConsentRules::missing));

    private InteractionPolicy() {}

    static Optional<InteractionCheck> firstMissing(Situation situation) {
        return firstMissing(situation, new JudgedRules());
    }

    /** The same for who wants to know what was checked. */
    static Optional<InteractionCheck> firstMissing(Situation situation, JudgedRules judged) {
        return CHECKS.stream()
                .peek(check -> judged.by(check.rule()))
                .filter(check -> check.missing().test(situation))
                .findFirst();
    }

    /** Satisfied by an account chosen or made after the request, never by one that was there. */
    private static boolean createPrompted(Situation situation) {
        return situation.request().asks(Prompt.CREATE) && !situation.chosen();
    }

    /** Where nobody can be chosen, a login is the choice; where only others than the one in use are left, one must be made. */
    private static boolean selectionMissing(Situation situation) {
        boolean several = !situation.browser().all().isEmpty();
        boolean prompted = situation.request().asks(Prompt.SELECT_ACCOUNT);
        return several && !situation.chosen() && (prompted || situation.standing() == null);
    }

    /** A hint is no demand: whoever is chosen instead is right too. */
    private static boolean hintedElsewhere(Situation situation) {
        SessionStanding standing = situation.standing();
        return standing != null && !situation.chosen() && !situation.wanted().fits(standing);
    }

    private static boolean noSession(Situation situation) {
        return situation.standing() == null;
    }

    /** A login after the request was made satisfies every max_age, also 0. */
    private static boolean tooOld(Situation situation) {
        Duration maxAge = situation.request().maxAge();
        return maxAge != null
                && authTime(situation).isBefore(situation.requestedAt())
                && !situation.requestedAt().isBefore(authTime(situation).plus(maxAge));
    }

    /** Satisfied by what happened, a login after the request was made; the parameter itself is never taken away. */
    private static boolean loginPrompted(Situation situation) {
        return situation.request().asks(Prompt.LOGIN) && authTime(situation).isBefore(situation.requestedAt());
    }

    /** Demanded by the client or the request, or owed to our own pages by whoever has one. */
    private static boolean secondFactorOwed(Situation situation) {
        SessionStanding standing = situation.standing();
        return secondFactorMissing(situation)
                || (standing != null
                        && situation.hasSecondFactor()
                        && AuthorizationPolicies.secondFactorIfAny(situation.client(), standing));
    }

    private static boolean secondFactorMissing(Situation situation) {
        SessionStanding standing = situation.standing();
        PolicyDecision decision = situation.decision();
        return standing == null
                || decision == null
                || AuthorizationPolicies.secondFactorMissing(decision, situation.request(), standing);
    }

    /** A wish makes nobody enrol: the acr of the answer says what was reached. */
    private static boolean secondFactorWished(Situation situation) {
        SessionStanding standing = situation.standing();
        return standing != null
                && situation.hasSecondFactor()
                && AuthorizationPolicies.secondFactorWished(situation.request(), standing);
    }

    /** Who enrols a first factor must have typed the password just now: a session alone may be somebody else's. */
    private static boolean tooOldToEnrol(Situation situation) {
        return secondFactorMissing(situation)
                && !situation.hasSecondFactor()
                && authTime(situation).isBefore(situation.requestedAt());
    }

    private static Instant authTime(Situation situation) {
        SessionStanding standing = situation.standing();
        return standing == null ? Instant.EPOCH : standing.session().authTime();
    }
}
