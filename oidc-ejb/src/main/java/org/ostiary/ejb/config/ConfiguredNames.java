package org.ostiary.ejb.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ostiary.ejb.protocol.Nearest;

/** Reads the names of the configured keys: which clients there are, and which names nobody will read. */
final class ConfiguredNames {
    private static final String CLIENT_IN_ENVIRONMENT = "OIDC_CLIENT_";

    private final Set<String> names;

    ConfiguredNames(Set<String> names) {
        this.names = names;
    }

    /** Every client with at least one known option, sorted. */
    List<String> clientIds() {
        return names.stream()
                .filter(name -> ClientOption.isKnown(option(name)))
                .flatMap(name -> clientId(name).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** A warning for each name that looks like ours and is not, with the nearest that is. */
    void warnOfUnknown(Findings findings) {
        names.stream()
                .filter(name -> name.startsWith("oidc.") && !isKnown(name))
                .sorted()
                .forEach(name -> findings.warning(
                        name, "is not known and has no effect; the nearest known key is " + nearest(name)));
        names.stream()
                .filter(name -> name.startsWith(CLIENT_IN_ENVIRONMENT) && !belongsToClient(name))
                .sorted()
                .forEach(name -> findings.warning(
                        name,
                        "has no effect: no client of this name is configured; an environment variable may only add to"
                                + " a client of which another source names at least one key"));
    }

    /** As MicroProfile Config looks for a key in an environment, last of three ways. */
    static String inEnvironment(String key) {
        return withUnderscores(key).toUpperCase(Locale.ROOT);
    }

    /** As MicroProfile Config looks for a key in an environment, second of three ways. */
    static String withUnderscores(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static boolean isKnown(String name) {
        if (FreeKeys.isKnown(name)) {
            return true;
        }
        return clientId(name).isPresent() ? ClientOption.isKnown(option(name)) : ServerKey.isKnown(name);
    }

    private boolean belongsToClient(String name) {
        return clientIds().stream()
                .flatMap(id -> Stream.of(ClientOption.values()).map(option -> option.key(id)))
                .anyMatch(key -> inEnvironment(key.name()).equals(name));
    }

    /** What stands between the prefix and the last dot; it may contain dots itself. */
    private static Optional<String> clientId(String name) {
        int end = name.lastIndexOf('.');
        int start = ClientOption.PREFIX.length();
        return name.startsWith(ClientOption.PREFIX) && end > start
                ? Optional.of(name.substring(start, end))
                : Optional.empty();
    }

    private static String option(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String nearest(String name) {
        String clientId = clientId(name).orElse("<client_id>");
        Stream<String> known = Stream.concat(
                        Stream.of(ServerKey.values()).map(ServerKey::key),
                        Stream.of(ClientOption.values()).map(option -> option.key(clientId)))
                .map(Key::name);
        return Nearest.to(name, known).orElseThrow();
    }
}
