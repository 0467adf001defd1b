package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.outbound.GuardedHttp;
import org.ostiary.ejb.outbound.OutboundException;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/**
 * Whether the redirect URIs of clients are those of the sectors that they claim (OIDC Core 1.0, section 8.1; OpenID Connect
 * Registration 1.0, section 5). A list that names other ones refuses the client. One that cannot be had refuses who registers now,
 * and nobody at a start, which must not depend on somebody else's server.
 */
@ApplicationScoped
public class SectorCheck {
    private static final Logger LOG = Logger.getLogger(SectorCheck.class.getName());

    @Inject
    GuardedHttp http;

    /** Those of the clients that may be enabled. Never called within a transaction. */
    public List<ConfiguredClient> admitted(List<ConfiguredClient> clients) {
        return clients.stream().filter(each -> admitted(each.client())).toList();
    }

    /** Why a client that somebody registers now is not admitted; also when its list cannot be had. Never called within a transaction. */
    public Optional<String> refusal(RegisteredClient client) {
        try {
            return names(client)
                    ? Optional.empty()
                    : Optional.of("must be a JSON array with each of the redirect-uris");
        } catch (OutboundException e) {
            return Optional.of("could not be read: " + e.getMessage());
        }
    }

    private boolean admitted(RegisteredClient client) {
        try {
            boolean named = names(client);
            if (!named) {
                LOG.severe(() -> "The client " + client.clientId() + " is disabled: "
                        + client.subject().sectorIdentifierUri()
                        + " must be a JSON array with each of its redirect URIs");
            }
            return named;
        } catch (OutboundException e) {
            LOG.warning(() -> "The sector of the client " + client.clientId() + " was not checked: " + e.getMessage());
            return true;
        }
    }

    private boolean names(RegisteredClient client) throws OutboundException {
        String address = client.subject().sectorIdentifierUri();
        return address == null
                || uris(new String(http.get(URI.create(address)), StandardCharsets.UTF_8))
                        .containsAll(client.redirectUris());
    }

    /** None for what is no such array. */
    private static Set<String> uris(String list) {
        return BoundedJson.readArray(list).orElse(JsonValue.EMPTY_JSON_ARRAY).stream()
                .filter(JsonString.class::isInstance)
                .map(uri -> ((JsonString) uri).getString())
                .collect(Collectors.toSet());
    }
}
