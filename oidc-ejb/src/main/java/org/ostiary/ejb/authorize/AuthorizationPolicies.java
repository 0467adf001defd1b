package org.ostiary.ejb.authorize;

import org.ostiary.ejb.interaction.OwnPages;
import org.ostiary.ejb.issue.AuthenticationContext;
import org.ostiary.ejb.policy.PolicyDecision;
import org.ostiary.ejb.protocol.authorize.AuthorizationRequest;
import org.ostiary.ejb.protocol.authorize.Prompt;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.session.SessionStanding;

/** How strongly a person must have proved who they are, for this client and this request. */
final class AuthorizationPolicies {

    private AuthorizationPolicies() {}

    /** Whether two factors are demanded of those who have them: for our own pages, where there is more to lose. */
    static boolean secondFactorIfAny(RegisteredClient client, SessionStanding standing) {
        return client.clientId().equals(OwnPages.CLIENT_ID)
                && !AuthenticationContext.twoFactors(standing.session().amr());
    }

    /**
     * Whether two factors are what the client would like best of what can be reached here (OIDC Core 1.0, section 3.1.2.1,
     * acr_values), and the session knows of one only. A wish shows no page where none may be shown.
     */
    static boolean secondFactorWished(AuthorizationRequest request, SessionStanding standing) {
        return !request.asks(Prompt.NONE)
                && request.acrValues().stream()
                        .filter(AuthenticationContext.REACHABLE::contains)
                        .findFirst()
                        .filter(AuthenticationContext.TWO_FACTORS::equals)
                        .isPresent()
                && !AuthenticationContext.twoFactors(standing.session().amr());
    }

    /** Whether two factors are demanded, and the session knows of one only. */
    static boolean secondFactorMissing(
            PolicyDecision decision, AuthorizationRequest request, SessionStanding standing) {
        return (decision.demandsSecondFactor() || ClaimsParameter.demandsTwoFactors(request.claims()))
                && !AuthenticationContext.twoFactors(standing.session().amr());
    }
}
