package org.ostiary.it.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of the tests, as it is configured.
 *
 * @param id the client_id
 * @param secret what the client sends; null for a public client and for one with a key
 * @param method its token_endpoint_auth_method
 * @param redirectUris the registered redirect URIs; the first is what valid requests use
 * @param configuration its keys below {@code oidc.client.<id>.}
 */
public record TestClient(
        String id,
        @Nullable String secret,
        String method,
        List<String> redirectUris,
        Map<String, String> configuration) {

    /** A confidential client of these redirect URIs. */
    public static TestClient confidential(String id, String secret, String method, String... redirectUris) {
        return new TestClient(id, secret, method, List.of(redirectUris), Map.of())
                .with("client-secret", "$plaintext$" + secret);
    }

    static TestClient open(String id, String... redirectUris) {
        return new TestClient(id, null, "none", List.of(redirectUris), Map.of()).with("public", "true");
    }

    /** A confidential client that signs, with {@link TestKeys#PRIVATE_KEY_JWT} where nothing else is said. */
    public static TestClient signing(String id, String... redirectUris) {
        return new TestClient(id, null, "private_key_jwt", List.of(redirectUris), Map.of());
    }

    /** The same with one more of its keys. */
    public TestClient with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(configuration);
        more.put(key, value);
        return new TestClient(id, secret, method, redirectUris, more);
    }

    /** The redirect URI that valid requests use. */
    public String redirectUri() {
        return redirectUris.get(0);
    }

    /** The MicroProfile Config keys and values of this client. */
    public Map<String, String> keys() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("client-name", "Test client " + id);
        if (!redirectUris.isEmpty()) {
            own.put("redirect-uris", String.join(",", redirectUris));
        }
        own.put("scopes", "openid,profile,email,groups");
        own.put("authorization-policy", "one_factor");
        own.put("token-endpoint-auth-method", method);
        own.putAll(configuration);
        Map<String, String> keys = new LinkedHashMap<>();
        own.forEach((key, value) -> keys.put("oidc.client." + id + "." + key, value));
        return keys;
    }
}
