package org.ostiary.it.clients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A client for {@code steps.mjs}: what the provider is configured with, and what the program is told.
 *
 * @param key its private key, P-256; null for a client that signs nothing
 * @param options its keys below {@code oidc.client.<id>.} beyond the usual ones
 */
record WebApiClient(String id, String method, @Nullable EllipticCurveJsonWebKey key, Map<String, String> options) {
    static final String REDIRECT_URI = "https://rp.test/webapi";
    /** Long enough to sign with. */
    static final String SECRET = "kC3v9sLq2xZp7RtWm5YbJh8NdFg4UeAo";

    static WebApiClient of(String id, String method) {
        return new WebApiClient(id, method, method.equals("private_key_jwt") ? newKey(id) : null, Map.of());
    }

    WebApiClient with(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new WebApiClient(id, method, key, more);
    }

    /** The keys that an administrator would set. */
    Map<String, String> configuration() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("redirect-uris", REDIRECT_URI);
        own.put("scopes", "openid,profile,email,offline_access");
        own.put("grant-types", "authorization_code,refresh_token");
        own.put("authorization-policy", "one_factor");
        own.put("token-endpoint-auth-method", method);
        if (key != null) {
            own.put("jwks", "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}");
        }
        if (method.equals("none")) {
            own.put("public", "true");
        } else if (key == null) {
            own.put("client-secret", "$plaintext$" + SECRET);
        }
        own.putAll(options);
        Map<String, String> keys = new LinkedHashMap<>();
        own.forEach((name, value) -> keys.put("oidc.client." + id + "." + name, value));
        return keys;
    }

    /** What the program is told about it; {@code metadata} is what the library should expect. */
    Map<String, Object> forProgram(Map<String, Object> metadata) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("client_id", id);
        client.put("redirect_uri", REDIRECT_URI);
        client.put("method", method);
        client.put("secret", SECRET);
        client.put("metadata", metadata);
        if (key != null) {
            client.put("key", key.toParams(OutputControlLevel.INCLUDE_PRIVATE));
        }
        return client;
    }

    /** Its private key as the text of a JWK. */
    String privateJwk() {
        return Objects.requireNonNull(key, "a client that signs").toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    static Map<String, String> configurationOf(List<WebApiClient> clients) {
        Map<String, String> keys = new LinkedHashMap<>();
        clients.forEach(client -> keys.putAll(client.configuration()));
        return keys;
    }

    private static EllipticCurveJsonWebKey newKey(String kid) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            key.setAlgorithm("ES256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
