package org.ostiary.ejb.authelia;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/**
 * Which algorithm answers are signed by. Authelia names it, or one of its keys by an identifier; here each algorithm has one key at a
 * time, so the algorithm is all that counts.
 */
final class IssuerKeys {

    private static final Map<String, JwsAlgorithm> NEAREST = Map.of(
            "RS384", JwsAlgorithm.RS256,
            "RS512", JwsAlgorithm.RS256,
            "PS384", JwsAlgorithm.PS256,
            "PS512", JwsAlgorithm.PS256,
            "ES512", JwsAlgorithm.ES384);

    private final Map<String, String> algorithms = new HashMap<>();

    /** The keys of the provider; their private parts are looked at by nobody. */
    IssuerKeys(Section oidc) {
        oidc.sections("jwks")
                .forEach(key -> key.text("key_id")
                        .ifPresent(
                                id -> algorithms.put(id, key.text("algorithm").orElse("RS256"))));
    }

    /**
     * What an answer is signed by here; empty for an answer that is not signed.
     *
     * @param answer the beginning of its options, which end in {@code _alg} and {@code _key_id}
     */
    Optional<JwsAlgorithm> algorithm(Section section, String answer) {
        Optional<String> keyId = section.text(answer + "_key_id");
        Optional<String> named = section.text(answer + "_alg");
        Optional<String> ofKey = keyId.map(algorithms::get);
        if (ofKey.isPresent()) {
            named = ofKey;
            section.report()
                    .translated(
                            section.path(answer + "_key_id"),
                            "is its algorithm here, which has one key at a time: " + ofKey.get());
        } else if (keyId.isPresent()) {
            section.report()
                    .lost(section.path(answer + "_key_id"), "names no key of the file; say the algorithm instead");
        }
        return named.filter(text -> !text.equals("none")).flatMap(text -> ours(section, answer + "_alg", text));
    }

    private static Optional<JwsAlgorithm> ours(Section section, String option, String text) {
        Optional<JwsAlgorithm> same = JwsAlgorithm.of(text).filter(JwsAlgorithm.SIGNING::contains);
        if (same.isPresent()) {
            section.report().kept(section.path(option), text);
            return same;
        }
        JwsAlgorithm nearest = NEAREST.getOrDefault(text, JwsAlgorithm.RS256);
        section.report()
                .lost(
                        section.path(option),
                        Report.printable(text) + " is not signed here; " + nearest.value()
                                + " is, and the application must accept that");
        return Optional.of(nearest);
    }
}
