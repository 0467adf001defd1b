package org.ostiary.ejb.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;

/** Reads the secrets of one client: two at most, so that one can replace the other without a gap. */
final class ClientSecretReader {

    /** As many bytes as HS256 has. */
    private static final int LEAST_TO_SIGN = 32;

    private final String clientId;
    private final Settings settings;
    private final Findings findings;

    ClientSecretReader(String clientId, Settings settings, Findings findings) {
        this.clientId = clientId;
        this.settings = settings;
        this.findings = findings;
    }

    List<ConfiguredSecret> read(Set<ClientAuthenticationMethod> methods) {
        List<ConfiguredSecret> secrets = new ArrayList<>();
        secret(ClientOption.CLIENT_SECRET, ClientOption.CLIENT_SECRET_NOT_AFTER).ifPresent(secrets::add);
        secret(ClientOption.CLIENT_SECRET_2, ClientOption.CLIENT_SECRET_2_NOT_AFTER)
                .ifPresent(secrets::add);
        Key key = ClientOption.CLIENT_SECRET.key(clientId);
        if (methods.stream().noneMatch(ClientAuthenticationMethod::usesSecret)) {
            secrets.forEach(secret -> findings.mistake(
                    key,
                    secret.text(),
                    "must be left out: a client that authenticates by " + names(methods) + " has none"));
            return List.of();
        }
        if (methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_JWT)) {
            secrets.forEach(secret -> requireSigning(key, secret));
        }
        if (secrets.isEmpty()) {
            findings.missing(key, "set a digest of the secret, or public=true for a client that cannot keep one");
        }
        return secrets;
    }

    private static String names(Set<ClientAuthenticationMethod> methods) {
        return methods.stream().map(ClientAuthenticationMethod::value).collect(Collectors.joining(", "));
    }

    /** A digest cannot verify what was signed with the secret (OIDC Core 1.0, section 10.1; RFC 7518, section 3.2). */
    private void requireSigning(Key key, ConfiguredSecret secret) {
        if (!secret.text().startsWith("$plaintext$")) {
            findings.mistake(
                    key,
                    secret.text(),
                    "must be $plaintext$ and the secret for client_secret_jwt, because a digest cannot verify a signature;"
                            + " it is stored sealed. private_key_jwt needs no secret at all");
        } else if (secret.text().length() < "$plaintext$".length() + LEAST_TO_SIGN) {
            findings.mistake(
                    key, secret.text(), "must have at least " + LEAST_TO_SIGN + " characters for client_secret_jwt");
        }
    }

    private Optional<ConfiguredSecret> secret(ClientOption option, ClientOption notAfter) {
        Key key = option.key(clientId);
        Optional<String> text = settings.find(key);
        text.ifPresent(secret -> judge(key, secret));
        @Nullable Instant end = settings.instant(notAfter.key(clientId)).orElse(null);
        return text.map(secret -> new ConfiguredSecret(secret, end));
    }

    private void judge(Key key, String secret) {
        ClientSecretText.refusal(secret).ifPresent(refusal -> findings.mistake(key, secret, refusal));
        if (ClientSecretText.weak(secret)) {
            findings.warning(key, "the secret is short enough to guess; make one with: openssl rand -base64 32");
        }
    }
}
