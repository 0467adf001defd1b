package org.ostiary.ejb.protocol.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a client's tokens work where that differs from the server's own lifespans.
 *
 * @param values by token ({@code access_token}, {@code refresh_token}, {@code id_token}, {@code authorize_code}), or by grant
 *     type and token with a slash between ({@code client_credentials/access_token})
 */
public record ClientLifespans(Map<String, Duration> values) {
    /** No difference. */
    public static final ClientLifespans STANDARD = new ClientLifespans(Map.of());

    public ClientLifespans {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The lifespan of a token that a grant type leads to: the one for both, else the one for the token. */
    public Optional<Duration> of(String grantType, String token) {
        return Optional.ofNullable(values.get(grantType + "/" + token))
                .or(() -> Optional.ofNullable(values.get(token)));
    }

    /** The lifespans of tokens that may be signed. */
    public Stream<Duration> ofSigned() {
        return values.entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith("access_token") || each.getKey().endsWith("id_token"))
                .map(Map.Entry::getValue);
    }
}
