package org.ostiary.ejb.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.random.SecureTokens;

/** Makes logout tokens (OIDC Back-Channel Logout 1.0, section 2.4), signed like the client's ID tokens. */
@ApplicationScoped
public class LogoutTokens {

    /** The longest that section 4 recommends. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Inject
    JwtSigner signer;

    @Inject
    SecureTokens random;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /**
     * A token that was never sent before.
     *
     * @param sub what the client knows the person by
     * @param sid as in the ID tokens of the session that ended
     */
    String issue(RegisteredClient client, String sub, String sid) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", config.issuer().value());
        claims.put("sub", sub);
        claims.put("aud", client.clientId());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("jti", random.uuid());
        claims.put("sid", sid);
        claims.put("events", Map.of(EVENT, Map.of()));
        return signer.sign(client.signed().idToken(), "logout+jwt", JsonText.object(claims));
    }
}
