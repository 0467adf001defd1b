package org.ostiary.ejb.authelia;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client is answered by: signed or not, encrypted or not. */
final class ClientAnswerOptions {

    private static final Map<String, String> SIGNED = Map.of(
            "authorization_signed_response", "authorization-signed-response-alg",
            "id_token_signed_response", "id-token-signed-response-alg",
            "access_token_signed_response", "access-token-signed-response-alg",
            "userinfo_signed_response", "userinfo-signed-response-alg",
            "introspection_signed_response", "introspection-signed-response-alg");

    private static final List<String> ENCRYPTED =
            List.of("authorization", "id_token", "access_token", "userinfo", "introspection");
    private static final Set<String> REQUEST_OBJECTS = Set.of("RS256", "PS256", "ES256", "ES384", "EdDSA", "none");

    private final Section client;
    private final Draft draft;
    private final Report report;
    private final String prefix;

    ClientAnswerOptions(Section client, Draft draft, String prefix) {
        this.client = client;
        this.draft = draft;
        this.report = client.report();
        this.prefix = prefix;
    }

    void translate(IssuerKeys keys) {
        SIGNED.keySet().stream()
                .sorted()
                .forEach(answer -> keys.algorithm(client, answer)
                        .ifPresent(algorithm -> draft.put(prefix + SIGNED.get(answer), algorithm.value())));
        if (client.text("id_token_signed_response_alg").filter("none"::equals).isPresent()) {
            report.lost(
                    client.path("id_token_signed_response_alg"),
                    "ID tokens are always signed here; RS256 is, and the application must accept that");
        }
        ENCRYPTED.forEach(answer ->
                List.of("alg", "enc", "key_id").forEach(part -> encrypted(answer + "_encrypted_response_" + part)));
        List.of("alg", "enc").forEach(part -> encrypted("request_object_encryption_" + part));
        requestObjects();
    }

    /** Who was promised that nobody else can read an answer must not get one that everybody can. */
    private void encrypted(String option) {
        client.text(option).filter(text -> !text.equals("none")).ifPresent(text -> {
            boolean answers = option.contains("_response_");
            report.lost(
                    client.path(option),
                    answers
                            ? "nothing is encrypted here beyond the connection; the client is left out"
                            : "request objects are not decrypted here; the application must send them signed only");
            if (answers) {
                draft.ofClient(prefix).forEach(key -> draft.takeOut(key, "asks for encrypted answers"));
            }
        });
    }

    private void requestObjects() {
        client.text("request_object_signing_alg").ifPresent(algorithm -> {
            String key = prefix + "request-object-signing-alg";
            if (REQUEST_OBJECTS.contains(algorithm)) {
                draft.put(key, algorithm);
                report.kept(client.path("request_object_signing_alg"), key);
            } else {
                report.lost(
                        client.path("request_object_signing_alg"),
                        Report.printable(algorithm) + " is not known here; the application must sign with another");
            }
        });
    }
}
