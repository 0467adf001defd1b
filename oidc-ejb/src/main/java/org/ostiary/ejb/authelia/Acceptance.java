package org.ostiary.ejb.authelia;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ostiary.ejb.config.ConfigurationReader;
import org.ostiary.ejb.config.ConfiguredValues;

/**
 * Has our own reader judge the draft, and takes out what it refuses: a client as a whole, since half of one could be more open than
 * it was; of the rest the key alone. What is left is a configuration that starts a server.
 */
final class Acceptance {

    /** Stands in for an issuer that is not known, so that the rest can be judged. */
    private static final Map<String, String> STAND_IN = Map.of("oidc.issuer", "https://issuer.invalid");

    private static final String CLIENT = "oidc.client.";
    private static final String POLICY = "oidc.policy.";

    private final Draft draft;
    private final Report report;

    Acceptance(Draft draft, Report report) {
        this.draft = draft;
        this.report = report;
    }

    void judge() {
        for (List<String> mistakes = mistakes(); !mistakes.isEmpty(); mistakes = mistakes()) {
            int before = draft.values().size();
            mistakes.forEach(this::takeOut);
            if (draft.values().size() == before) {
                mistakes.forEach(mistake -> report.lost("what came out", mistake));
                return;
            }
        }
    }

    private List<String> mistakes() {
        Map<String, String> values = new HashMap<>(STAND_IN);
        values.putAll(draft.values());
        return ConfigurationReader.read(ConfiguredValues.of(values)).mistakes();
    }

    private void takeOut(String mistake) {
        Optional<String> prefix = Stream.of(CLIENT, POLICY)
                .filter(mistake::startsWith)
                .flatMap(family -> names(family).stream())
                .filter(name -> mistake.startsWith(name) || mistake.startsWith(wrongName(name)))
                .findFirst();
        if (prefix.isPresent()) {
            List<String> keys = mistake.startsWith(CLIENT) ? draft.ofClient(prefix.get()) : draft.below(prefix.get());
            if (!keys.isEmpty()) {
                report.lost(prefix.get().substring(0, prefix.get().length() - 1), "is left out as a whole: " + mistake);
                keys.forEach(key -> draft.takeOut(key, "left out: " + mistake));
            }
            return;
        }
        draft.values().keySet().stream()
                .filter(key -> mistake.startsWith(key + " = ") || mistake.startsWith(key + " is missing"))
                .findFirst()
                .ifPresent(key -> {
                    report.lost(key, "is left out: " + mistake);
                    draft.takeOut(key, "left out: " + mistake);
                });
    }

    /** How our reader begins when the identifier of a client itself is wrong. */
    private static String wrongName(String prefix) {
        String clientId = prefix.substring(prefix.indexOf('.', prefix.indexOf('.') + 1) + 1, prefix.length() - 1);
        return CLIENT + "<client_id> = \"" + clientId + '"';
    }

    /** The beginnings of all keys of each client, or of each policy; names may hold dots, so the longest comes first. */
    private List<String> names(String family) {
        return draft.below(family).stream()
                .map(key -> family.equals(CLIENT)
                        ? key.substring(0, key.lastIndexOf('.') + 1)
                        : family + key.substring(family.length()).split("\\.", 2)[0] + ".")
                .distinct()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }
}
