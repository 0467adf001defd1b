package org.ostiary.it.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clients that servers with {@link ServerSettings#standard()} know. Those with a {@code rp.test} address are for
 * tests without a browser, where nobody follows the redirect.
 */
public final class TestClients {
    private static final String CALLBACK = CallbackListener.shared().callback();

    /** Confidential, client_secret_basic; two redirect URIs. */
    public static final TestClient CONF_BASIC = TestClient.confidential(
                    "conf-basic",
                    "basic-secret-1q2w3e4r5t6y7u8i9o0p",
                    "client_secret_basic",
                    CALLBACK,
                    "https://rp.test/app/cb")
            .with("initiate-login-uri", CallbackListener.shared().home());
    /** Confidential, client_secret_post; one redirect URI. */
    public static final TestClient CONF_POST =
            TestClient.confidential("conf-post", "post-secret-a1s2d3f4g5h6j7k8l9", "client_secret_post", CALLBACK);
    /** Public, with an https redirect URI: its consent is remembered. */
    public static final TestClient SPA = TestClient.open("spa", "https://spa.rp.test/cb");
    /** Public and native: private scheme and loopback redirect URIs of any port. */
    public static final TestClient NATIVE = TestClient.open(
                    "native", "http://127.0.0.1/cb", "http://[::1]/cb", "com.example.app:/cb")
            .with("application-type", "native");
    /** Confidential, PKCE is optional. */
    public static final TestClient NOPKCE = TestClient.confidential(
                    "nopkce", "nopkce-secret-z1x2c3v4b5n6m7", "client_secret_basic", CALLBACK)
            .with("require-pkce", "false");
    /** Confidential, never asks for consent: for tests that need many codes. */
    public static final TestClient IMPLICIT_CONSENT = TestClient.confidential(
                    "implicit-consent", "implicit-secret-m7n6b5v4c3x2z1", "client_secret_basic", CALLBACK)
            .with("consent-mode", "implicit");
    /** Confidential, asks for consent every time. */
    public static final TestClient EXPLICIT_CONSENT = TestClient.confidential(
                    "explicit-consent", "explicit-secret-p0o9i8u7y6t5r4", "client_secret_basic", CALLBACK)
            .with("consent-mode", "explicit")
            .with("initiate-login-uri", CallbackListener.shared().home());
    /** Confidential, demands two factors, never asks for consent. */
    public static final TestClient C2FA = TestClient.confidential(
                    "c2fa", "c2fa-secret-l9k8j7h6g5f4d3s2a1", "client_secret_basic", CALLBACK)
            .with("authorization-policy", "two_factor")
            .with("consent-mode", "implicit")
            .with("grant-types", "authorization_code,refresh_token");
    /** Confidential, for the group staff only. */
    public static final TestClient STAFF = TestClient.confidential(
                    "staff", "staff-secret-k2j3h4g5f6d7s8", "client_secret_basic", CALLBACK)
            .with("client-name", "For the staff")
            .with("authorization-policy", "staff-only");
    /** Confidential, somebody else's; its secret is stored as an Argon2id digest. */
    public static final TestClient OTHER = TestClient.confidential(
                    "other", "other-secret-0p9o8i7u6y5t4r3e2w1q", "client_secret_basic", "https://other.test/cb")
            .with(
                    "client-secret",
                    "$argon2id$v=19$m=19456,t=2,p=1$+F1+P2XToMwMjp5YjDONWw$n5smtyOB44V6wPZnEeRgR5AaYc+ZuuGBpwLRXXvTqE8");

    /** Confidential, refreshes, and asks for offline access when it wants. */
    public static final TestClient REFRESHING = TestClient.confidential(
                    "refreshing", "refreshing-secret-v5b4n3m2k1j0h9", "client_secret_basic", CALLBACK)
            .with("grant-types", "authorization_code,refresh_token")
            .with("scopes", "openid,profile,email,offline_access");
    /** Public, refreshes. */
    public static final TestClient SPA_REFRESHING = TestClient.open("spa-refreshing", "https://spa.rp.test/refreshing")
            .with("grant-types", "authorization_code,refresh_token")
            .with("scopes", "openid,profile,offline_access");
    /** Confidential, acts for itself only. */
    public static final TestClient MACHINE = TestClient.confidential(
                    "machine", "machine-secret-f6g7h8j9k0l1z2", "client_secret_basic")
            .with("grant-types", "client_credentials")
            .with("scopes", "read,write")
            .with("audience", "https://api.test,https://other-api.test");
    /** The newer of the two secrets of {@link #ROTATING}. */
    public static final String ROTATING_SECRET = "rotating-secret-b2v3c4x5z6a7";
    /** The older of the two secrets of {@link #ROTATING}. */
    public static final String ROTATING_OLD_SECRET = "rotating-old-secret-h6j7k8l9m0n1";
    /** Confidential, acts for itself only, with a secret that replaces another one. */
    public static final TestClient ROTATING = TestClient.confidential(
                    "rotating", ROTATING_SECRET, "client_secret_basic")
            .with("client-secret-2", "$plaintext$" + ROTATING_OLD_SECRET)
            .with("client-secret-2-not-after", "2199-12-31T00:00:00Z")
            .with("grant-types", "client_credentials")
            .with("scopes", "read");
    /** Confidential, with signed access tokens for resource servers. */
    public static final TestClient SIGNED_TOKENS = TestClient.confidential(
                    "signed-tokens", "signed-secret-c4v5b6n7m8k9j0", "client_secret_basic", CALLBACK)
            .with("grant-types", "authorization_code,refresh_token")
            .with("access-token-signed-response-alg", "ES256")
            .with("userinfo-signed-response-alg", "PS256")
            .with("id-token-signed-response-alg", "EdDSA")
            .with("audience", "https://api.test,https://other-api.test");
    /** Confidential, a resource server that gets its introspection answers signed. */
    public static final TestClient RESOURCE_SERVER = TestClient.confidential(
                    "api", "api-secret-q9w8e7r6t5y4u3i2o1p0", "client_secret_basic", "https://api.test/cb")
            .with("resource-server", "true")
            .with("audience", "https://api.test")
            .with("introspection-signed-response-alg", "RS256");
    /** Confidential, with every scope, and a claims policy and a scope of the operator. */
    public static final TestClient CLAIMS = TestClient.confidential(
                    "claims", "claims-secret-q5w4e3r2t1y6u7", "client_secret_basic", "https://claims.test/cb")
            .with("scopes", "openid,profile,email,address,phone,groups,workplace")
            .with("claims-policy", "staff");
    /** Pairwise, in the sector rp.test. */
    public static final TestClient PAIRWISE = pairwise("pairwise", "https://rp.test/pairwise/cb");
    /** Pairwise, in the sector rp.test too. */
    public static final TestClient PAIRWISE_NEIGHBOUR = pairwise("pairwise-neighbour", "https://rp.test/neighbour/cb");
    /** Pairwise, in a sector of its own. */
    public static final TestClient PAIRWISE_FAR = pairwise("pairwise-far", "https://far.test/cb");

    /** Confidential, with every response type and mode. */
    public static final TestClient HYBRID = TestClient.confidential(
                    "hybrid", "hybrid-secret-t6r5e4w3q2a1s9", "client_secret_basic", CALLBACK)
            .with("grant-types", "authorization_code,implicit")
            .with("response-types", "code,id_token,code id_token")
            .with("response-modes", "query,fragment,form_post,query.jwt,fragment.jwt,form_post.jwt,jwt")
            .with("authorization-signed-response-alg", "ES256")
            .with("consent-mode", "implicit");
    /** Public, gets access tokens through the browser; only for servers that allow it, and so not among {@link #all}. */
    public static final TestClient IN_FRONT = TestClient.open("in-front", "https://front.rp.test/cb")
            .with("grant-types", "authorization_code,implicit")
            .with("response-types", "code,token,id_token token,code token,code id_token token")
            .with("response-modes", "fragment,form_post,fragment.jwt")
            .with("consent-mode", "implicit");
    /** Confidential, must push its requests. */
    public static final TestClient PUSHING = TestClient.confidential(
                    "pushing", "pushing-secret-y7u6i5o4p3l2k1", "client_secret_basic", CALLBACK)
            .with("require-pushed-authorization-requests", "true")
            .with("consent-mode", "implicit");
    /** Confidential, signs its requests with the key of {@link RequestObjectKey}. */
    public static final TestClient SIGNING = TestClient.confidential(
                    "signing", "signing-secret-d3f4g5h6j7k8l9", "client_secret_basic", CALLBACK)
            .with("require-signed-request-object", "true")
            .with("request-object-signing-alg", "ES256")
            .with("jwks", RequestObjectKey.jwkSet())
            .with("consent-mode", "implicit");
    /** Confidential, signs with its secret. */
    public static final TestClient SECRET_JWT = TestClient.confidential(
                    "secret-jwt", "secret-jwt-q1w2e3r4t5y6u7i8o9p0a1s2d3", "client_secret_jwt", CALLBACK)
            .with("consent-mode", "implicit");
    /** Confidential, signs with {@link TestKeys#PRIVATE_KEY_JWT}. */
    public static final TestClient PRIVATE_KEY_JWT = TestClient.signing("private-key-jwt", CALLBACK)
            .with("consent-mode", "implicit")
            .with("jwks", TestKeys.publicSet(TestKeys.PRIVATE_KEY_JWT));

    /** Confidential, remembers decisions, cannot work without the profile. */
    public static final TestClient SCOPE_GRANTS = TestClient.confidential(
                    "scope-grants", "grants-secret-e3r4t5y6u7i8o9", "client_secret_basic", CALLBACK)
            .with("grant-types", "authorization_code,refresh_token")
            .with("scopes", "openid,profile,email,groups,offline_access")
            .with("required-scopes", "profile");

    private TestClients() {}

    private static TestClient pairwise(String id, String redirectUri) {
        return TestClient.confidential(id, "secret-of-" + id + "-h4g5f6d7", "client_secret_basic", redirectUri)
                .with("subject-type", "pairwise")
                .with("consent-mode", "implicit");
    }

    /** All of them. */
    public static List<TestClient> all() {
        return List.of(
                CONF_BASIC,
                CONF_POST,
                SPA,
                NATIVE,
                NOPKCE,
                IMPLICIT_CONSENT,
                EXPLICIT_CONSENT,
                C2FA,
                STAFF,
                OTHER,
                REFRESHING,
                SPA_REFRESHING,
                MACHINE,
                SECRET_JWT,
                PRIVATE_KEY_JWT,
                ROTATING,
                SIGNED_TOKENS,
                RESOURCE_SERVER,
                CLAIMS,
                PAIRWISE,
                PAIRWISE_NEIGHBOUR,
                PAIRWISE_FAR,
                HYBRID,
                PUSHING,
                SCOPE_GRANTS,
                SIGNING);
    }

    static Map<String, String> configuration() {
        Map<String, String> keys = new LinkedHashMap<>();
        all().forEach(client -> keys.putAll(client.keys()));
        keys.put("oidc.claims-policy.staff.id-token", "room_number");
        keys.put("oidc.scope.workplace.claims", "room_number");
        keys.put("oidc.scope.read.claims", " ");
        keys.put("oidc.scope.write.claims", " ");
        keys.put("oidc.policy.staff-only.default-policy", "deny");
        keys.put("oidc.policy.staff-only.rules[0].policy", "one_factor");
        keys.put("oidc.policy.staff-only.rules[0].subject", "group:staff");
        return keys;
    }
}
