package org.ostiary.ejb.admin.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.ostiary.ejb.authelia.Fate;
import org.ostiary.ejb.authelia.Translation;

/**
 * A translated configuration, by where it can go: clients are registered, and whatever else there is belongs into the
 * configuration of this server.
 *
 * @param configured the keys that are no client's
 */
record AutheliaDraft(List<ClientEntry> clients, Map<String, String> configured, List<LeftLine> lost) {

    private static final String CLIENT = "oidc.client.";
    private static final String SECRET = "client-secret";

    AutheliaDraft {
        clients = List.copyOf(clients);
        configured = new TreeMap<>(configured);
        lost = List.copyOf(lost);
    }

    /** {@code digest} makes what is kept of the secret of a client. */
    static AutheliaDraft of(Translation translation, BiFunction<String, String, String> digest) {
        Map<String, Map<String, String>> clients = new TreeMap<>();
        Map<String, String> configured = new LinkedHashMap<>();
        translation.values().forEach((key, value) -> {
            if (key.startsWith(CLIENT)) {
                // An identifier may have dots, an option has none.
                int dot = key.lastIndexOf('.');
                clients.computeIfAbsent(key.substring(CLIENT.length(), dot), each -> new TreeMap<>())
                        .put(key.substring(dot + 1), value);
            } else {
                configured.put(key, value);
            }
        });
        List<ClientEntry> entries = new ArrayList<>();
        clients.forEach((id, options) -> {
            List<SecretEntry> secrets = Stream.ofNullable(options.remove(SECRET))
                    .map(secret -> new SecretEntry(digest.apply(id, secret), null))
                    .toList();
            entries.add(new ClientEntry(id, options, secrets));
        });
        return new AutheliaDraft(
                entries,
                configured,
                translation.lines().stream()
                        .filter(line -> line.fate() == Fate.LOST)
                        .map(line -> new LeftLine(line.option(), line.text()))
                        .toList());
    }

    /** What is left to somebody where the configuration is this one: keys and their values. */
    List<LeftLine> left(Map<String, String> here) {
        Stream<LeftLine> keys = configured.entrySet().stream()
                .filter(each -> !each.getValue().equals(here.get(each.getKey())))
                .map(each -> new LeftLine(
                        each.getKey(),
                        "belongs into the configuration, unless it says the same in other words: " + each.getKey() + "="
                                + each.getValue()));
        return Stream.concat(lost.stream(), keys).toList();
    }
}
