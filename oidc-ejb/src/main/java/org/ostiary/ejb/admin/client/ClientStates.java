package org.ostiary.ejb.admin.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ostiary.ejb.config.ConfiguredEntry;
import org.ostiary.ejb.config.Provenance;
import org.ostiary.ejb.json.BoundedJson;
import org.ostiary.ejb.secret.TokenHashes;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.ClientSecret;
import org.ostiary.persistence.client.Clients;

/** Shows clients as they are stored, whether the configuration or an administrator registered them. */
@ApplicationScoped
public class ClientStates {

    @Inject
    Clients clients;

    @Inject
    Provenance provenance;

    @Inject
    TokenHashes hashes;

    @Inject
    Clock clock;

    public ClientView view(Client client) {
        Instant now = clock.instant();
        List<ClientSecret> secrets = clients.secretsOf(client.clientId());
        return new ClientView(
                client.clientId(),
                source(client),
                client.enabled(),
                options(client),
                secrets.stream()
                        .map(secret -> new SecretView(secret.id(), secret.notAfter(), secret.usable(now)))
                        .toList(),
                client.createdAt(),
                client.updatedAt(),
                tag(client, secrets));
    }

    /** Names the state of a client with its secrets. */
    String tag(Client client) {
        return tag(client, clients.secretsOf(client.clientId()));
    }

    private String tag(Client client, List<ClientSecret> secrets) {
        StringBuilder state = new StringBuilder(client.clientId())
                .append('\n')
                .append(client.enabled())
                .append(client.updatedAt().toEpochMilli())
                .append(client.metadata())
                .append(options(client));
        secrets.forEach(
                secret -> state.append('\n').append(secret.id()).append(' ').append(secret.notAfter()));
        return hashes.hash(state.toString());
    }

    static ClientSource source(Client client) {
        return client.configured() ? ClientSource.CONFIGURATION : ClientSource.ADMINISTRATION;
    }

    /** Its options in the words of the configuration. */
    public Map<String, String> options(Client client) {
        String written = client.options();
        return written == null ? configured("oidc.client." + client.clientId() + ".") : parsed(written);
    }

    private static Map<String, String> parsed(String written) {
        Map<String, String> options = new LinkedHashMap<>();
        BoundedJson.read(written)
                .ifPresent(json -> json.keySet().forEach(name -> options.put(name, json.getString(name))));
        return options;
    }

    private Map<String, String> configured(String prefix) {
        Map<String, String> options = new TreeMap<>();
        for (ConfiguredEntry entry : provenance.entries()) {
            String value = entry.value();
            if (value != null && entry.key().startsWith(prefix)) {
                options.put(entry.key().substring(prefix.length()), value);
            }
        }
        return options;
    }
}
