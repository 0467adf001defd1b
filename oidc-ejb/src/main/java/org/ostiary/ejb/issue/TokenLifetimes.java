package org.ostiary.ejb.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ostiary.ejb.config.ProviderConfig;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** How long what a grant type leads to works: as the client's own lifespans say, else as the server's. */
@ApplicationScoped
public class TokenLifetimes {

    @Inject
    ProviderConfig config;

    /** Of an access token. */
    public Duration accessToken(RegisteredClient client, String grantType) {
        return client.lifespans()
                .of(grantType, "access_token")
                .orElse(config.lifespans().accessToken());
    }

    /** Of an ID token. */
    public Duration idToken(RegisteredClient client, String grantType) {
        return client.lifespans()
                .of(grantType, "id_token")
                .orElse(config.lifespans().idToken());
    }

    /** Of a refresh token that nobody uses. */
    public Duration refreshToken(RegisteredClient client, String grantType) {
        return client.lifespans()
                .of(grantType, "refresh_token")
                .orElse(config.lifespans().refresh().idle());
    }

    /** Of an authorization code. */
    public Duration authorizeCode(RegisteredClient client) {
        return client.lifespans()
                .of("authorization_code", "authorize_code")
                .orElse(config.lifespans().authorizeCode());
    }
}
