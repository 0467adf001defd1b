package org.ostiary.ejb.client;

import static org.ostiary.persistence.client.CacheVersions.CLIENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.config.ConfigurationException;
import org.ostiary.ejb.config.ConfiguredClient;
import org.ostiary.ejb.definition.DefinitionShelf;
import org.ostiary.ejb.keys.JwkSets;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.persistence.client.CacheVersions;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.ClientSecret;
import org.ostiary.persistence.client.Clients;

/** Brings the configured clients into the database, and the database's clients into this node's memory. */
@Stateless
public class ClientService {

    private static final Logger LOG = Logger.getLogger(ClientService.class.getName());

    @Inject
    Clients clients;

    @Inject
    CacheVersions versions;

    @Inject
    ClientDirectory directory;

    @Inject
    ClientSecrets secrets;

    @Inject
    DefinitionShelf definitions;

    @Inject
    ScopeClaims scopes;

    @Inject
    Clock clock;

    /** Makes the database say what the configuration says: clients it no longer names are disabled, never deleted. */
    public void synchronise(List<ConfiguredClient> configured) {
        requireUsableKeys(configured);
        // Raised first: it holds the row, so that two nodes that start together do this one after the other.
        versions.raise(CLIENTS);
        Instant now = clock.instant();
        configured.forEach(each -> describe(each, now));
        Set<String> named =
                configured.stream().map(each -> each.client().clientId()).collect(Collectors.toSet());
        clients.configured().stream()
                .filter(client -> !named.contains(client.clientId()))
                .filter(client -> client.disable(now))
                .forEach(client -> LOG.info(
                        () -> "Disabled the client " + client.clientId() + ": the configuration no longer names it"));
    }

    /** Judged here and not when the configuration is read, which knows nothing of keys. */
    private static void requireUsableKeys(List<ConfiguredClient> configured) {
        List<String> mistakes = new ArrayList<>();
        for (ConfiguredClient each : configured) {
            String jwks = each.client().keys().jwks();
            Optional<String> refusal = jwks == null ? Optional.empty() : JwkSets.refusal(jwks);
            refusal.ifPresent(
                    right -> mistakes.add("oidc.client." + each.client().clientId() + ".jwks: " + right));
        }
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(mistakes);
        }
    }

    private void describe(ConfiguredClient configured, Instant now) {
        String clientId = configured.client().clientId();
        String metadata = ClientMetadataJson.write(configured.client());
        clients.find(clientId)
                .ifPresentOrElse(
                        known -> {
                            ClientRights.compare(known, configured.client(), now);
                            known.describe(metadata, now);
                        },
                        () -> clients.add(Client.configured(clientId, metadata, now)));
        boolean signing =
                configured.client().authenticationMethods().contains(ClientAuthenticationMethod.CLIENT_SECRET_JWT);
        clients.replaceSecrets(
                clientId,
                configured.secrets().stream()
                        .map(secret -> secrets.stored(clientId, signing, secret))
                        .toList());
    }

    /** What is stored of a client, whatever this node has in memory. */
    public RegisteredClient read(Client stored) {
        return ClientMetadataJson.read(stored.clientId(), stored.metadata());
    }

    /** Reads the clients, and the scopes that they may have, again if anything about them changed since this node last did. */
    public void refresh() {
        long version = versions.current(CLIENTS);
        if (directory.holds(version)) {
            return;
        }
        Map<String, List<ClientSecret>> digests =
                clients.secrets().stream().collect(Collectors.groupingBy(ClientSecret::clientId));
        Map<String, KnownClient> known = new HashMap<>();
        for (Client client : clients.all()) {
            if (client.enabled()) {
                String id = client.clientId();
                known.put(
                        id,
                        new KnownClient(
                                ClientMetadataJson.read(id, client.metadata()),
                                digests.getOrDefault(id, List.of()),
                                client.watchedUntil()));
            }
        }
        Map<String, Set<String>> ownScopes = definitions.scopes();
        directory.replace(version, known, () -> scopes.learn(ownScopes));
    }
}
