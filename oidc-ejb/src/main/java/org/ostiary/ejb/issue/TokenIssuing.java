package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.token.TokenResponse;

/** Makes the tokens of one answer. */
@ApplicationScoped
public class TokenIssuing {

    @Inject
    AccessTokenIssuing accessTokens;

    @Inject
    IdTokens idTokens;

    @Inject
    TokenLifetimes lifetimes;

    /** An access token, and an ID token where {@code openid} is among the scopes. */
    public TokenResponse issue(Issuance issuance) {
        IssuedAccessToken accessToken = accessTokens.issue(new AccessTokenRequest(
                issuance.standing(),
                issuance.client(),
                issuance.sub(),
                issuance.scopes(),
                issuance.audience(),
                issuance.now(),
                lifetimes.accessToken(issuance.client(), issuance.grantType().value())));
        return new TokenResponse(
                accessToken.value(),
                accessToken.lifetime(),
                Scopes.format(issuance.scopes()),
                issuance.refreshToken(),
                idToken(issuance, accessToken));
    }

    private @Nullable String idToken(Issuance issuance, IssuedAccessToken accessToken) {
        if (!issuance.scopes().contains(Scopes.OPENID)) {
            return null;
        }
        return idTokens.issue(new IdTokenRequest(
                issuance.standing(),
                issuance.client(),
                issuance.sub(),
                issuance.scopes(),
                issuance.nonce(),
                accessToken.value(),
                null,
                issuance.now(),
                lifetimes.idToken(issuance.client(), issuance.grantType().value())));
    }
}
