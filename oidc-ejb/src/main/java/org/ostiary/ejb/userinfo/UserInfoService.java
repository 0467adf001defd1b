package org.ostiary.ejb.userinfo;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ostiary.ejb.claims.ClaimsAssembly;
import org.ostiary.ejb.client.ClientDirectory;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.issue.IssuanceDoor;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.meter.CurrentRequest;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.protocol.Scopes;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.grant.AccessTokens;
import org.ostiary.persistence.grant.ClientAccessTokens;
import org.ostiary.persistence.grant.Grant;
import org.ostiary.persistence.grant.TokenStanding;

/** The userinfo endpoint's service (OIDC Core 1.0, section 5.3). It only reads. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class UserInfoService {

    private static final Rule TOKEN = new Rule("access-token-valid", "RFC 6750, section 3.1");

    @Inject
    AccessTokens tokens;

    @Inject
    ClientAccessTokens clientTokens;

    @Inject
    ClientDirectory clients;

    @Inject
    ClaimsAssembly assembly;

    @Inject
    JwtSigner signer;

    @Inject
    ProviderConfig config;

    @Inject
    IssuanceDoor door;

    @Inject
    TokenHashes hashes;

    @Inject
    Clock clock;

    /**
     * What the token lets its bearer know, signed where its client registered an algorithm (OIDC Core 1.0, section 5.3.2).
     *
     * @throws OAuthException invalid_token for one that is unknown, expired or no longer backed by its grant,
     *     insufficient_scope for one without {@code openid}
     */
    public UserInfoAnswer answer(String accessToken) {
        String hash = hashes.hash(accessToken);
        Optional<TokenStanding> standing = tokens.find(hash);
        if (standing.isEmpty()) {
            refuseTokensOfClients(hash);
        }
        standing.ifPresent(
                token -> CurrentRequest.concerns(token.standing().grant().clientId(), RequestParameters.of(Map.of())));
        TokenStanding found = standing.filter(token -> token.token().live(clock.instant()))
                .filter(token -> door.closed(token.standing()).isEmpty())
                .orElseThrow(() -> new OAuthException(
                        OAuthErrorCode.INVALID_TOKEN, TOKEN, "The access token is unknown, expired or revoked"));
        Map<String, Object> claims = claims(found);
        RegisteredClient client = clients.require(found.standing().grant().clientId());
        JwsAlgorithm algorithm = client.signed().userinfo();
        return algorithm == null
                ? new UserInfoAnswer(JsonText.object(claims), false)
                : new UserInfoAnswer(signer.sign(algorithm, null, JsonText.object(claims)), true);
    }

    /**
     * All that is answered to a token that is live.
     *
     * @throws OAuthException invalid_token for one that is for another resource server, insufficient_scope for one without
     *     {@code openid}
     */
    public Map<String, Object> claims(TokenStanding found) {
        requireOwnAudience(found);
        Grant grant = found.standing().grant();
        Set<String> scopes = door.stillAllowed(found.token().scopes(), grant);
        if (!scopes.contains(Scopes.OPENID)) {
            throw new OAuthException(
                            OAuthErrorCode.INSUFFICIENT_SCOPE,
                            new Rule("openid-granted", "OIDC Core 1.0, section 5.3"),
                            "The access token needs the scope openid")
                    .concerning(grant.clientId());
        }
        RegisteredClient client = clients.require(grant.clientId());
        Map<String, Object> claims = new LinkedHashMap<>(
                assembly.ofUserInfo(found.standing().account(), scopes, client, assembly.granted(grant)));
        claims.put("sub", found.sub());
        if (client.signed().userinfo() != null) {
            claims.put("iss", config.issuer().value());
            claims.put("aud", client.clientId());
        }
        return claims;
    }

    /** Such a token works, but there is no person to tell about. */
    private void refuseTokensOfClients(String hash) {
        if (clientTokens.find(hash).filter(token -> token.live(clock.instant())).isPresent()) {
            throw new OAuthException(
                    OAuthErrorCode.INSUFFICIENT_SCOPE,
                    new Rule("person-behind-token", "OIDC Core 1.0, section 5.3"),
                    "The access token is one that the client got for itself, and no person stands behind it");
        }
    }

    /** What a token for others lets them know, it does not let them ask here (RFC 9700, section 2.3). */
    private void requireOwnAudience(TokenStanding found) {
        Set<String> audience = found.token().audience();
        if (!audience.isEmpty() && !audience.contains(config.issuer().value())) {
            throw new OAuthException(
                    OAuthErrorCode.INVALID_TOKEN,
                    new Rule("access-token-audience", "RFC 9700, section 2.3"),
                    "The access token is for another resource server");
        }
    }
}
