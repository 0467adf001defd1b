package org.ostiary.ejb.authelia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientTranslationTest {

    @Test
    @DisplayName("Part 12: where our default differs, the key is written, so that the application meets what it met")
    void writesWhatDiffers() {
        Translation wiki = Authelia.client("");
        assertThat(Authelia.optionsOf(wiki, "wiki"))
                .containsEntry("client-secret", Authelia.DIGEST)
                .containsEntry("require-pkce", "false")
                .containsEntry("consent-mode", "explicit")
                .containsEntry("required-scopes", "groups,profile,email")
                .doesNotContainKeys("authorization-policy", "scopes", "grant-types");
        assertThat(wiki.complete()).isTrue();
        assertThat(wiki.values()).containsEntry("oidc.issuer", "https://auth.example.com");
        assertThat(wiki.report())
                .anyMatch(line -> line.startsWith("translated: identity_providers.oidc.clients[wiki].require_pkce"));
    }

    @Test
    @DisplayName("Part 12: consent is remembered where it was, for as long")
    void remembersAsBefore() {
        Map<String, String> wiki =
                Authelia.optionsOf(Authelia.client("pre_configured_consent_duration: '1 week'"), "wiki");
        assertThat(wiki)
                .containsEntry("consent-mode", "pre-configured")
                .containsEntry("pre-configured-consent-duration", "7d");
        assertThat(Authelia.optionsOf(Authelia.client("consent_mode: 'implicit'"), "wiki"))
                .containsEntry("consent-mode", "implicit")
                .doesNotContainKey("required-scopes");
    }

    @Test
    @DisplayName("Part 12: a secret in clear is marked, and is never in the report")
    void neverReportsASecret() {
        Translation old = Authelia.provider("""
                clients:
                  - id: old
                    description: Old
                    secret: 'correct-horse-battery-staple'
                    redirect_uris: ['https://old.example.com/cb']
                """);
        assertThat(Authelia.optionsOf(old, "old"))
                .containsEntry("client-secret", "$plaintext$correct-horse-battery-staple")
                .containsEntry("client-name", "Old");
        assertThat(old.report()).noneMatch(line -> line.contains("correct-horse"));
        assertThat(old.complete()).isTrue();
    }

    @Test
    @DisplayName("Part 12: a broken digest leaves the client out, and stays out of the report")
    void leavesOutABrokenDigest() {
        Translation broken = Authelia.provider("""
                clients:
                  - client_id: wiki
                    client_secret: '$argon2id$broken-canary'
                    redirect_uris: ['https://wiki.example.com/cb']
                """);
        assertThat(Authelia.optionsOf(broken, "wiki")).isEmpty();
        assertThat(broken.complete()).isFalse();
        assertThat(broken.report())
                .anyMatch(line -> line.startsWith("LOST: oidc.client.wiki: is left out as a whole"))
                .noneMatch(line -> line.contains("canary"));
        assertThat(broken.properties()).contains("#oidc.client.wiki.redirect-uris=https://wiki.example.com/cb");
    }

    @Test
    @DisplayName("Part 12: a client that is left out takes none with it whose name begins alike")
    void keepsWhoIsCalledAlike() {
        Translation both = Authelia.provider("""
                clients:
                  - client_id: wiki
                    client_secret: '$argon2id$broken'
                    redirect_uris: ['https://wiki.example.com/cb']
                  - client_id: wiki.v2
                    public: true
                    redirect_uris: ['https://wiki2.example.com/cb']
                """);
        assertThat(both.properties())
                .contains("\noidc.client.wiki.v2.redirect-uris=https://wiki2.example.com/cb")
                .contains("#oidc.client.wiki.redirect-uris=https://wiki.example.com/cb");
    }

    @Test
    @DisplayName("RFC 8252 7.3: who is answered on people's own computers is a native application")
    void findsNativeApplications() {
        Translation app = Authelia.publicClient("redirect_uris: ['http://127.0.0.1/cb', 'http://app.example.com/cb']");
        assertThat(Authelia.optionsOf(app, "app"))
                .containsEntry("application-type", "native")
                .containsEntry("redirect-uris", "http://127.0.0.1/cb");
        assertThat(app.complete()).isFalse();
        assertThat(app.report())
                .anyMatch(line -> line.startsWith("LOST: identity_providers.oidc.clients[app].redirect_uris")
                        && line.contains("http://app.example.com/cb"));
    }

    @Test
    @DisplayName("RFC 9700 2.1.1: a public client keeps PKCE whatever the file says, and the report says so")
    void keepsPkceForPublicClients() {
        Translation app = Authelia.provider("""
                enforce_pkce: 'never'
                clients:
                  - client_id: app
                    public: true
                    redirect_uris: ['https://app.example.com/cb']
                """);
        assertThat(Authelia.optionsOf(app, "app")).doesNotContainKey("require-pkce");
        assertThat(app.values()).containsEntry("oidc.enforce-pkce", "never");
        assertThat(app.complete()).isFalse();
        assertThat(Authelia.optionsOf(Authelia.client("pkce_challenge_method: 'S256'"), "wiki"))
                .containsEntry("require-pkce", "true")
                .containsEntry("pkce-challenge-method", "S256");
    }

    @Test
    @DisplayName("RFC 7517: public keys in PEM become a JWK Set, and private ones are refused")
    void writesKeysAsAJwkSet() {
        String options = """
                token_endpoint_auth_method: 'private_key_jwt'
                token_endpoint_auth_signing_alg: 'ES256'
                jwks:
                  - key_id: 'one'
                    algorithm: 'ES256'
                    key: |
                      -----BEGIN PUBLIC KEY-----
                      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMKBCTNIcKUSDii11ySs3526iDZ8A
                      iTo7Tu6KPAqv7D7gS2XpJFbZiItSs3m9+9Ue6GnvHw/GW2ZZaVtszggXIw==
                      -----END PUBLIC KEY-----
                """;
        Translation app = Authelia.provider("""
                clients:
                  - client_id: app
                    redirect_uris: ['https://app.example.com/cb']
                """ + options.indent(4));
        assertThat(Authelia.optionsOf(app, "app"))
                .containsEntry(
                        "jwks",
                        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\","
                                + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                                + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\","
                                + "\"kid\":\"one\",\"alg\":\"ES256\",\"use\":\"sig\"}]}")
                .containsEntry("allow-token-endpoint-audience", "true");
        assertThat(app.complete()).isTrue();
        Translation privateKey = Authelia.client(options.replace("PUBLIC KEY", "PRIVATE KEY"));
        assertThat(privateKey.values().toString() + privateKey.report()).doesNotContain("MFkwEwYHKoZI");
        assertThat(privateKey.complete()).isFalse();
    }

    @Test
    @DisplayName("Part 12: a key that is named by its identifier counts by its algorithm")
    void findsAlgorithmsByKeyId() {
        Translation wiki = Authelia.provider("""
                jwks:
                  - key_id: 'curve'
                    algorithm: 'ES256'
                    key: 'secret-canary'
                clients:
                  - client_id: wiki
                    client_secret: '%s'
                    redirect_uris: ['https://wiki.example.com/cb']
                    id_token_signed_response_key_id: 'curve'
                    access_token_signed_response_alg: 'ES512'
                    userinfo_signed_response_alg: 'none'
                """.formatted(Authelia.DIGEST));
        assertThat(Authelia.optionsOf(wiki, "wiki"))
                .containsEntry("id-token-signed-response-alg", "ES256")
                .containsEntry("access-token-signed-response-alg", "ES384")
                .doesNotContainKey("userinfo-signed-response-alg");
        assertThat(wiki.report())
                .noneMatch(line -> line.contains("canary"))
                .anyMatch(line -> line.contains("ES512 is not signed here; ES384 is"));
        assertThat(wiki.properties()).doesNotContain("canary");
    }

    @Test
    @DisplayName("Part 12: who was promised encrypted answers gets none that everybody can read")
    void leavesOutWhoGetsEncryptedAnswers() {
        Translation wiki = Authelia.client("id_token_encrypted_response_alg: 'RSA-OAEP-256'");
        assertThat(Authelia.optionsOf(wiki, "wiki")).isEmpty();
        assertThat(wiki.complete()).isFalse();
    }

    @Test
    @DisplayName("Part 12: no import gives a client a scope of the administration, or another way to tokens")
    void givesNobodyMore() {
        Translation wiki = Authelia.client("scopes: ['openid', 'ostiary:admin', 'authelia.bearer.authz']");
        assertThat(Authelia.optionsOf(wiki, "wiki")).containsEntry("scopes", "openid");
        assertThat(wiki.complete()).isFalse();
        assertThat(Authelia.optionsOf(
                        Authelia.client("grant_types: ['urn:ietf:params:oauth:grant-type:device_code']"), "wiki"))
                .isEmpty();
    }

    @Test
    @DisplayName("Part 12: an identifier like a version 4 UUID, a client twice, an unknown option are reported")
    void reportsWhatCannotBe() {
        Translation several = Authelia.provider("""
                clients:
                  - client_id: 6a1b3f5e-2d4c-4e6f-8a9b-0c1d2e3f4a5b
                    public: true
                    redirect_uris: ['https://one.example.com/cb']
                  - client_id: two
                    public: true
                    new_option: 7
                    redirect_uris: ['https://two.example.com/cb']
                  - client_id: two
                    public: true
                    redirect_uris: ['https://three.example.com/cb']
                """);
        assertThat(several.values().keySet()).noneMatch(key -> key.contains("6a1b3f5e"));
        assertThat(several.values()).containsEntry("oidc.client.two.redirect-uris", "https://two.example.com/cb");
        assertThat(several.report())
                .anyMatch(line -> line.startsWith("LOST: identity_providers.oidc.clients[two].new_option"))
                .anyMatch(line -> line.contains("is the identifier of another client too"));
    }
}
