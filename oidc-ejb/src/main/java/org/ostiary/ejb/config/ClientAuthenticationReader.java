package org.ostiary.ejb.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ClientEndpoints;
import org.ostiary.ejb.protocol.client.EndpointAuthentication;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** Reads how a client proves who it is: at the token endpoint, and elsewhere where that differs. */
final class ClientAuthenticationReader {

    private static final JwsAlgorithm[] ALGORITHMS = Stream.concat(
                    JwsAlgorithm.SIGNING.stream(), Stream.of(JwsAlgorithm.HS256))
            .toArray(JwsAlgorithm[]::new);

    private record Options(ClientOption method, ClientOption algorithm) {}

    private static final Map<AuthenticatedEndpoint, Options> ELSEWHERE = Map.of(
            AuthenticatedEndpoint.REVOCATION,
            new Options(
                    ClientOption.REVOCATION_ENDPOINT_AUTH_METHOD, ClientOption.REVOCATION_ENDPOINT_AUTH_SIGNING_ALG),
            AuthenticatedEndpoint.INTROSPECTION,
            new Options(
                    ClientOption.INTROSPECTION_ENDPOINT_AUTH_METHOD,
                    ClientOption.INTROSPECTION_ENDPOINT_AUTH_SIGNING_ALG),
            AuthenticatedEndpoint.PUSHED_AUTHORIZATION_REQUEST,
            new Options(
                    ClientOption.PUSHED_AUTHORIZATION_REQUEST_ENDPOINT_AUTH_METHOD,
                    ClientOption.PUSHED_AUTHORIZATION_REQUEST_ENDPOINT_AUTH_SIGNING_ALG));

    private final String clientId;
    private final Settings settings;
    private final Findings findings;

    ClientAuthenticationReader(String clientId, Settings settings, Findings findings) {
        this.clientId = clientId;
        this.settings = settings;
        this.findings = findings;
    }

    EndpointAuthentication atTokenEndpoint(boolean isPublic) {
        return read(
                new Options(ClientOption.TOKEN_ENDPOINT_AUTH_METHOD, ClientOption.TOKEN_ENDPOINT_AUTH_SIGNING_ALG),
                new EndpointAuthentication(
                        isPublic ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                        null),
                isPublic);
    }

    /** Where a method or an algorithm of its own is configured. */
    ClientEndpoints elsewhere(EndpointAuthentication standard, boolean isPublic) {
        Map<AuthenticatedEndpoint, EndpointAuthentication> others = new EnumMap<>(AuthenticatedEndpoint.class);
        ELSEWHERE.forEach((endpoint, options) -> {
            if (find(options.method()).or(() -> find(options.algorithm())).isPresent()) {
                others.put(endpoint, read(options, standard, isPublic));
            }
        });
        return new ClientEndpoints(others, settings.flag(ClientOption.ALLOW_MULTIPLE_AUTH_METHODS.key(clientId)));
    }

    private EndpointAuthentication read(Options options, EndpointAuthentication standard, boolean isPublic) {
        Key key = options.method().key(clientId);
        ClientAuthenticationMethod method = settings.choice(
                key, standard.method(), ClientAuthenticationMethod.values(), ClientAuthenticationMethod::value);
        if (isPublic != (method == ClientAuthenticationMethod.NONE)) {
            findings.mistake(
                    key,
                    method.value(),
                    isPublic ? "must be none, or left out, for a public client" : "must go with public=true");
            return standard;
        }
        return new EndpointAuthentication(method, algorithm(options.algorithm(), method, standard));
    }

    private @Nullable JwsAlgorithm algorithm(
            ClientOption option, ClientAuthenticationMethod method, EndpointAuthentication standard) {
        Key key = option.key(clientId);
        Optional<String> text = find(option);
        if (text.isEmpty()) {
            return method == standard.method() ? standard.algorithm() : null;
        }
        JwsAlgorithm algorithm = settings.choice(key, ALGORITHMS, JwsAlgorithm::value);
        if (JwsAlgorithm.of(text.get()).filter(List.of(ALGORITHMS)::contains).isPresent()
                && method != methodOf(algorithm)) {
            findings.mistake(
                    key,
                    algorithm.value(),
                    "must go with the method of the endpoint: HS256 with client_secret_jwt, the others with"
                            + " private_key_jwt");
        }
        return algorithm;
    }

    private static ClientAuthenticationMethod methodOf(JwsAlgorithm algorithm) {
        return algorithm == JwsAlgorithm.HS256
                ? ClientAuthenticationMethod.CLIENT_SECRET_JWT
                : ClientAuthenticationMethod.PRIVATE_KEY_JWT;
    }

    private Optional<String> find(ClientOption option) {
        return settings.find(option.key(clientId));
    }
}
