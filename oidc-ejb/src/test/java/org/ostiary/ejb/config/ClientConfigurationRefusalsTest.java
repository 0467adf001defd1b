package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientConfigurationRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application-type                | desktop            | must be one of: web, native",
                "public                          | no                 | must be true or false",
                "redirect-uris                   | http://rp.test/cb  | must begin with https://",
                "redirect-uris                   | javascript:alert(1)| must be absolute and begin with https://",
                "redirect-uris                   | https://a@rp.test/ | must not contain a user name",
                "scopes                          | admin              | oidc.scope.admin.claims would make it one; known are openid, profile, email, address, phone",
                "grant-types                     | password           | allowed are authorization_code, refresh_token",
                "grant-types                     | Implicit           | allowed are authorization_code, refresh_token",
                "response-types                  | token              | with oidc.enable-token-response-types=true",
                "response-types                  | nonsense           | allowed are code, id_token, code id_token",
                "response-types                  | id_token           | needs implicit among the grant-types",
                "response-modes                  | web_message        | allowed are query, fragment, form_post",
                "authorization-policy            | three_factor       | must be one of: one_factor, two_factor",
                "consent-mode                    | never              | must be one of: auto, explicit, implicit, pre-configured",
                "pre-configured-consent-duration | 2y                 | must be a duration like",
                "pre-configured-consent-duration | 10s                | must be from 1m to 365d",
                "optional-scopes                 | phone              | must be one of the client's scopes",
                "optional-scopes                 | openid             | must not be openid",
                "required-scopes                 | admin              | must be one of the client's scopes",
                "require-pkce                    | maybe              | must be true or false",
                "token-endpoint-auth-method      | tls_client_auth    | must be one of: client_secret_basic, client_secret_post",
                "token-endpoint-auth-signing-alg | none               | must be one of: RS256, PS256, ES256, ES384, EdDSA, HS256",
                "id-token-signed-response-alg    | none               | must be one of: RS256, PS256, ES256, ES384, EdDSA",
                "userinfo-signed-response-alg    | HS256              | must be one of: RS256, PS256, ES256, ES384, EdDSA",
                "jwks-uri                        | http://rp.test/    | must be an https:// address",
                "request-uris                    | http://rp.test/    | must be https:// addresses with a host",
                "sector-identifier-uri           | http://rp.test/    | must be an https:// address",
                "administration-role             | root               | must be one of: none, auditor, admin",
                "administration-role             | admin              | must be none, or left out, for a client that is public or has no",
                "minimum-parameter-entropy       | 7                  | must be a whole number from 8 to 128",
                "debug-until                     | tomorrow           | must be a moment in UTC",
                "client-secret-not-after         | 2026-12-31         | must be a moment in UTC",
                "token-endpoint-auth-method      | none               | must go with public=true",
                "initiate-login-uri              | javascript:alert(1)| must be absolute and begin with https://",
                "revocation-endpoint-auth-method | none               | must go with public=true",
                "introspection-endpoint-auth-method | private_key      | must be one of: client_secret_basic",
                "revocation-endpoint-auth-signing-alg | ES256          | must go with the method of the endpoint",
                "pkce-challenge-method           | plain              | must be one of: S256",
                "allow-multiple-auth-methods     | some               | must be true or false",
                "default-max-age                 | 3600               | must be a duration like",
                "logo-uri                        | javascript:alert(1)| must be absolute and begin with https://",
                "policy-uri                      | http://rp.test/    | must begin with https://",
                "tos-uri                         | /terms             | must be absolute and begin with https://",
                "contacts                        | nobody             | must be email addresses",
                "initiate-login-uri              | http://localhost/  | must begin with https://"
            })
    void aWrongOptionIsOneLineWithKeyValueAndWhatIsRight(String option, String value, String right) {
        String key = "oidc.client.app." + option;

        assertThat(Configuration.withConfidentialClient()
                        .with(key, value)
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith(key + " = \"")
                .contains(right);
    }

    @ParameterizedTest
    @DisplayName("A claims policy cannot take the place of what the protocol says")
    @CsvSource({
        "oidc.claims-policy.staff.custom-claims.sub,             username",
        "oidc.claims-policy.staff.custom-claims.email_verified,  truth",
        "oidc.claims-policy.staff.id-token-audience-mode,        merged",
        "oidc.extra-attributes.floor.value-type,                 number"
    })
    void aWrongPolicyIsAMistake(String key, String value) {
        assertThat(Configuration.withConfidentialClient()
                        .with(key, value)
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith(key + " = ");
    }

    @Test
    @DisplayName("S30, OIDC Core 10.1: a digest cannot verify what was signed with the secret")
    void aSecretToSignWithIsNoDigest() {
        Configuration signing = Configuration.withConfidentialClient()
                .with("oidc.client.app.token-endpoint-auth-method", "client_secret_jwt");
        assertThat(signing.with(
                                "oidc.client.app.client-secret",
                                "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("a digest cannot verify a signature");
        assertThat(signing.with("oidc.client.app.client-secret", "$plaintext$too-short-to-sign-with")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("at least 32 characters");
    }

    @Test
    @DisplayName("OIDC Core 9: private_key_jwt needs keys in one place, no secret, and an algorithm of keys")
    void aClientThatSignsNeedsKeys() {
        Configuration signing = Configuration.withConfidentialClient()
                .without("oidc.client.app.client-secret")
                .with("oidc.client.app.token-endpoint-auth-method", "private_key_jwt");
        assertThat(signing.report().mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.client.app.jwks is missing");
        assertThat(signing.with("oidc.client.app.jwks", "{}")
                        .with("oidc.client.app.jwks-uri", "https://rp.test/jwks")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("must be left out where jwks is set");
        assertThat(signing.with("oidc.client.app.jwks", "{}")
                        .with("oidc.client.app.token-endpoint-auth-signing-alg", "HS256")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("HS256 with client_secret_jwt");
    }

    @Test
    void redirectUrisAreRequired() {
        assertThat(Configuration.withConfidentialClient()
                        .without("oidc.client.app.redirect-uris")
                        .report()
                        .mistakes())
                .containsExactly(
                        "oidc.client.app.redirect-uris is missing: list the URIs the client may be answered at,"
                                + " separated by commas");
    }

    @Test
    void aConfidentialClientNeedsASecret() {
        assertThat(Configuration.withConfidentialClient()
                        .without("oidc.client.app.client-secret")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.client.app.client-secret is missing: ")
                .contains("public=true");
    }

    @Test
    void aPublicClientHasNoSecret() {
        assertThat(Configuration.withPublicClient()
                        .with("oidc.client.app.client-secret", Configuration.SECRET)
                        .report()
                        .mistakes())
                .containsExactly("oidc.client.app.client-secret = (not shown): must be left out:"
                        + " a client that authenticates by none has none");
    }

    @Test
    void aBareSecretIsRefusedAndNotShown() {
        assertThat(refusalOfSecret("hunter2hunter2hunter2"))
                .startsWith("oidc.client.app.client-secret = (not shown): must be a digest")
                .contains("or $plaintext$ followed by the secret itself")
                .doesNotContain("hunter2");
    }

    @Test
    void anEmptyPlainSecretIsRefused() {
        assertThat(refusalOfSecret("$plaintext$")).endsWith("must have the secret after $plaintext$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$1$salt$aaaaaaaaaaaaaaaaaaaaaa",
                "$2b$12$short",
                "$argon2id$v=19$m=65536",
                "=19=65536,t=3,p=4",
                "$scrypt$ln=30,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"
            })
    void aDamagedWeakOrCostlyDigestIsRefused(String secret) {
        assertThat(refusalOfSecret(secret))
                .startsWith("oidc.client.app.client-secret = (not shown): must ")
                .doesNotContain(secret);
    }

    @Test
    @DisplayName("RFC 9700 2.1.1: a public client cannot do without PKCE")
    void aPublicClientCannotLoosenPkce() {
        assertThat(Configuration.withPublicClient()
                        .with("oidc.client.app.require-pkce", "false")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.client.app.require-pkce = \"false\": ")
                .contains("RFC 9700, section 2.1.1");
    }

    @Test
    void aPublicClientCannotAuthenticate() {
        assertThat(Configuration.withPublicClient()
                        .with("oidc.client.app.token-endpoint-auth-method", "client_secret_basic")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("must be none");
    }

    @ParameterizedTest
    @DisplayName("RFC 9700 4.15: a client identifier cannot be taken for a sub")
    @CsvSource({
        "2f0c9f3e-5b0a-4c3d-9e1f-0a1b2c3d4e5f, version 4 UUID",
        "2F0C9F3E-5B0A-4C3D-9E1F-0A1B2C3D4E5F, version 4 UUID",
        "my app, letters",
        "app/1, letters",
        "caf\u00e9, letters"
    })
    void aClientIdentifierIsPlain(String clientId, String right) {
        assertThat(Configuration.smallest()
                        .with("oidc.client." + clientId + ".public", "true")
                        .with("oidc.client." + clientId + ".redirect-uris", "https://rp.test/cb")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.client.<client_id> = \"" + clientId + "\": ")
                .contains(right);
    }

    @Test
    void aClientIdentifierIsAtMostAHundredCharacters() {
        String longest = "a".repeat(100);

        assertThat(client(longest).report().mistakes()).isEmpty();
        assertThat(client(longest + "a").report().mistakes()).hasSize(1);
    }

    private static Configuration client(String clientId) {
        return Configuration.smallest()
                .with("oidc.client." + clientId + ".public", "true")
                .with("oidc.client." + clientId + ".redirect-uris", "https://rp.test/cb");
    }

    private static String refusalOfSecret(String secret) {
        List<String> mistakes = Configuration.withConfidentialClient()
                .with("oidc.client.app.client-secret", secret)
                .report()
                .mistakes();
        assertThat(mistakes).hasSize(1);
        return mistakes.get(0);
    }
}
