package org.ostiary.ejb.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.protocol.authorize.AuthorizationResponse;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Signs responses in the modes that say so (JWT Secured Authorization Response Mode, sections 2.1 and 2.2). */
@ApplicationScoped
public class ResponseSigning {

    @Inject
    JwtSigner signer;

    @Inject
    ProviderConfig config;

    @Inject
    Clock clock;

    /** The response as it leaves; {@code iss} is the same in the token and outside of one. */
    AuthorizationResponse finish(AuthorizationResponse response, RegisteredClient client) {
        if (!response.responseMode().signed()) {
            return response;
        }
        Map<String, Object> claims = new LinkedHashMap<>(response.parameters());
        claims.put("aud", client.clientId());
        claims.put(
                "exp", clock.instant().plus(config.lifespans().signedResponse()).getEpochSecond());
        return response.signed(signer.sign(client.signed().authorization(), null, JsonText.object(claims)));
    }
}
