package org.ostiary.ejb.authelia;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a client proves who it is: its secret, its keys, its methods. */
final class ClientProofOptions {

    private static final String PLAIN = "$plaintext$";
    private static final String BASE64 = "$base64$";
    private static final List<String> ENDPOINTS =
            List.of("token", "revocation", "introspection", "pushed_authorization_request");
    private static final Set<String> SIGNED = Set.of("client_secret_jwt", "private_key_jwt");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256", "ES384", "EdDSA", "HS256");

    private final Section client;
    private final Draft draft;
    private final Report report;
    private final Words words;
    private final String prefix;

    ClientProofOptions(Section client, Draft draft, String prefix) {
        this.client = client;
        this.draft = draft;
        this.report = client.report();
        this.words = new Words(client, draft);
        this.prefix = prefix;
    }

    void translate(boolean isPublic) {
        client.text("client_secret").ifPresent(secret -> secret(secret, isPublic));
        ENDPOINTS.forEach(this::method);
        words.flag("allow_multiple_auth_methods", prefix + "allow-multiple-auth-methods");
        audience();
        new ClientKeySet(client, draft).translate(prefix);
    }

    private void secret(String secret, boolean isPublic) {
        String option = client.path("client_secret");
        String key = prefix + "client-secret";
        if (isPublic) {
            report.notNeeded(option, "a public client has none");
        } else if (secret.contains("${")) {
            report.lost(option, "has ${ in it, which our configuration would replace; make another secret");
        } else if (secret.startsWith(BASE64)) {
            plain(option, key, decoded(secret));
        } else if (secret.startsWith("$")) {
            draft.put(key, secret);
            report.kept(option, key);
        } else {
            plain(option, key, Optional.of(secret));
        }
    }

    private void plain(String option, String key, Optional<String> secret) {
        if (secret.isEmpty()) {
            report.lost(option, "is no secret that could be read; make another one");
            return;
        }
        draft.put(key, PLAIN + secret.get());
        draft.remark(key, "A secret in clear: best moved into an environment variable of the server.");
        report.translated(option, "stands in clear, and is marked so: " + PLAIN + "…");
    }

    private static Optional<String> decoded(String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.substring(BASE64.length()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private void method(String endpoint) {
        String method = endpoint + "_endpoint_auth_method";
        words.text(method, prefix + Words.kebab(method));
        String option = endpoint + "_endpoint_auth_signing_alg";
        client.text(option).ifPresent(algorithm -> {
            boolean signs = SIGNED.contains(client.text(method).orElse(""));
            if (!signs) {
                report.notNeeded(client.path(option), "nothing is signed by the method of this endpoint");
            } else if (ALGORITHMS.contains(algorithm)) {
                draft.put(prefix + Words.kebab(option), algorithm);
                report.kept(client.path(option), prefix + Words.kebab(option));
            } else {
                report.lost(
                        client.path(option),
                        Report.printable(algorithm) + " is not known here; the application must sign with another");
            }
        });
    }

    /** Authelia has the token endpoint as the audience of assertions; the issuer is what they should have. */
    private void audience() {
        boolean signs = ENDPOINTS.stream()
                .flatMap(endpoint -> client.text(endpoint + "_endpoint_auth_method").stream())
                .anyMatch(SIGNED::contains);
        if (signs) {
            String key = prefix + "allow-token-endpoint-audience";
            draft.put(key, "true");
            draft.remark(key, "As in Authelia. Take it away when the application says the issuer.");
            report.translated(
                    client.path("token_endpoint_auth_method"),
                    "assertions may be for the token endpoint as before, " + key);
        }
    }
}
