package org.ostiary.ejb.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ostiary.ejb.protocol.client.RegisteredClient;

/** The enabled clients in this node's memory; what another node changes is seen after five seconds at most. */
@ApplicationScoped
public class ClientDirectory {

    private record Snapshot(long version, Map<String, KnownClient> clients) {}

    private volatile Snapshot snapshot = new Snapshot(-1, Map.of());

    /** The enabled client of that id. */
    public Optional<RegisteredClient> find(String clientId) {
        return known(clientId).map(KnownClient::client);
    }

    /** The enabled client of that id, where it is known that there is one. */
    public RegisteredClient require(String clientId) {
        return find(clientId).orElseThrow(() -> new IllegalStateException("No enabled client " + clientId));
    }

    /** Until when the requests of a client are kept for its developer; empty for not at all. */
    public Optional<Instant> watchedUntil(String clientId) {
        return known(clientId).map(KnownClient::watchedUntil);
    }

    /** Every enabled client. */
    public List<RegisteredClient> all() {
        return snapshot.clients().values().stream().map(KnownClient::client).toList();
    }

    /** Every redirect URI of every enabled client. */
    public Set<String> redirectUris() {
        return snapshot.clients().values().stream()
                .flatMap(known -> known.client().redirectUris().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<KnownClient> known(String clientId) {
        return Optional.ofNullable(snapshot.clients().get(clientId));
    }

    boolean holds(long version) {
        return snapshot.version() == version;
    }

    /**
     * Takes what was read in place of what is known.
     *
     * @param together learns what was read beside it, under the same lock: else an older reading could be learned last
     * @return false when something newer is known by now: two may read at the same time, and end in the other order
     */
    synchronized boolean replace(long version, Map<String, KnownClient> clients, Runnable together) {
        if (version < snapshot.version()) {
            return false;
        }
        together.run();
        snapshot = new Snapshot(version, Map.copyOf(clients));
        return true;
    }
}
