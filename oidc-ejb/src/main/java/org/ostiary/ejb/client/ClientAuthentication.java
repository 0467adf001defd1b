package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.ClientCredentials;
import org.ostiary.ejb.protocol.client.InvalidClient;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** Whether a caller is the client it says it is, by the one method that client is registered for (OIDC Core 1.0, section 9). */
@ApplicationScoped
public class ClientAuthentication {

    @Inject
    ClientDirectory directory;

    @Inject
    ClientSecrets secrets;

    @Inject
    ClientAssertions assertions;

    /**
     * The client that sent a request.
     *
     * @param authorization the Authorization header; null when there is none
     * @throws org.ostiary.ejb.protocol.OAuthException invalid_client, or invalid_request for two methods at once
     */
    public RegisteredClient authenticate(@Nullable String authorization, RequestParameters body) {
        ClientCredentials credentials = ClientCredentials.read(authorization, body);
        Optional<KnownClient> known = directory.known(credentials.clientId());
        if (known.isEmpty()) {
            secrets.hmac(
                    credentials.clientId(),
                    Optional.ofNullable(credentials.secret()).orElse(""));
            throw new InvalidClient("client-known", credentials.byHeader());
        }
        RegisteredClient client = known.get().client();
        if (!credentials.by(client.tokenEndpointAuthMethod())) {
            throw new InvalidClient("registered-authentication-method", credentials.byHeader());
        }
        String secret = credentials.secret();
        if (secret != null && known.get().secrets().stream().noneMatch(stored -> secrets.matches(stored, secret))) {
            throw new InvalidClient("client-secret", credentials.byHeader());
        }
        if (credentials.assertion() != null) {
            assertions.require(known.get(), credentials.assertion());
        }
        return client;
    }
}
