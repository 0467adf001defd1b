package org.ostiary.ejb.authorize;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.claims.ClaimsRequest;
import org.ostiary.ejb.claims.RequestedClaim;
import org.ostiary.ejb.issue.AuthenticationContext;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;

/** What the {@code claims} parameter demands of a login, beyond what it wants to be told (OIDC Core 1.0, section 5.5.1). */
final class ClaimsParameter {

    static final Rule REACHABLE = new Rule("essential-acr-reachable", "OIDC Core 1.0, section 5.5.1.1");

    private ClaimsParameter() {}

    /**
     * Refuses what is malformed, and an essential {@code acr} that nobody can reach here.
     *
     * @throws OAuthException invalid_request or unmet_authentication_requirements
     */
    static void requireReachable(@Nullable String claims) {
        RequestedClaim acr = ClaimsRequest.parse(claims).idToken().get("acr");
        if (acr != null
                && acr.essential()
                && AuthenticationContext.REACHABLE.stream().noneMatch(acr::acceptsText)) {
            throw new OAuthException(
                    OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS,
                    REACHABLE,
                    "The claims parameter demands an acr that cannot be reached here; reachable are: "
                            + String.join(", ", AuthenticationContext.REACHABLE));
        }
    }

    /** Whether an essential {@code acr} can be met by nothing less than two factors. */
    static boolean demandsTwoFactors(@Nullable String claims) {
        RequestedClaim acr = ClaimsRequest.parse(claims).idToken().get("acr");
        return acr != null
                && acr.essential()
                && acr.acceptsText(AuthenticationContext.TWO_FACTORS)
                && !acr.acceptsText(AuthenticationContext.ONE_FACTOR);
    }

    /** The subjects that the request is for; none for whoever logs in. */
    static List<String> subjects(@Nullable String claims) {
        RequestedClaim sub = ClaimsRequest.parse(claims).idToken().get("sub");
        return sub == null ? List.of() : sub.texts();
    }
}
