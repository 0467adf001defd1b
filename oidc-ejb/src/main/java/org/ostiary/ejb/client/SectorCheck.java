package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * Registration 1.0, section 5). A list that names other ones refuses the client; one that cannot be had now does not, so that
 * a start does not depend on somebody else's server.
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

    private boolean admitted(RegisteredClient client) {
        String address = client.subject().sectorIdentifierUri();
        if (address == null) {
            return true;
        }
        try {
            String list = new String(http.get(URI.create(address)), StandardCharsets.UTF_8);
            if (uris(list).containsAll(client.redirectUris())) {
                return true;
            }
            LOG.severe(() -> "The client " + client.clientId() + " is disabled: " + address
                    + " must be a JSON array with each of its redirect URIs");
            return false;
        } catch (OutboundException e) {
            LOG.warning(() -> "The sector of the client " + client.clientId() + " was not checked: " + e.getMessage());
            return true;
        }
    }

    /** None for what is no such array. */
    private static Set<String> uris(String list) {
        return BoundedJson.readArray(list).orElse(JsonValue.EMPTY_JSON_ARRAY).stream()
                .filter(JsonString.class::isInstance)
                .map(uri -> ((JsonString) uri).getString())
                .collect(Collectors.toSet());
    }
}
