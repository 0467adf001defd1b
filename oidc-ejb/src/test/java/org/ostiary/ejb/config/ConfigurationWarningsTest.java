package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationWarningsTest {
    @Test
    void aRightConfigurationGivesNone() {
        assertThat(Configuration.withConfidentialClient().report().warnings()).isEmpty();
        assertThat(Configuration.withPublicClient().report().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "oidc.isuer,                      oidc.issuer",
        "oidc.lifespans.access_token,     oidc.lifespans.access-token",
        "oidc.access-token,               oidc.lifespans.access-token",
        "oidc.cors.allowed-origin,        oidc.cors.allowed-origins",
        "oidc.client.app.redirect-uri,    oidc.client.app.redirect-uris",
        "oidc.client.app.client_secret,   oidc.client.app.client-secret",
        "oidc.client.public,              oidc.client.<client_id>.public"
    })
    void anUnknownKeyIsToldWithTheNearestKnown(String key, String nearest) {
        assertThat(Configuration.withConfidentialClient()
                        .with(key, "x")
                        .report()
                        .warnings())
                .containsExactly(key + ": is not known and has no effect; the nearest known key is " + nearest);
    }

    @Test
    @DisplayName("RFC 9700 2.1.2: access tokens through browsers are told at every start")
    void accessTokensThroughBrowsersAreTold() {
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.enable-token-response-types", "true")
                        .report()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("oidc.enable-token-response-types: is true: access tokens may travel through browsers");
    }

    @Test
    void namesOfOthersAreNoConcern() {
        assertThat(Configuration.smallest()
                        .with("java.version", "17")
                        .with("OIDC_CONFIG", "/etc/ostiary.properties")
                        .with("quarkus.oidc.client-id", "x")
                        .report()
                        .warnings())
                .isEmpty();
    }

    @Test
    void aClientOnlyInTheEnvironmentIsTold() {
        assertThat(Configuration.withConfidentialClient()
                        .with("OIDC_CLIENT_APP_CLIENT_SECRET", "x")
                        .with("OIDC_CLIENT_OTHER_CLIENT_SECRET", "x")
                        .report()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("OIDC_CLIENT_OTHER_CLIENT_SECRET: has no effect: no client of this name is configured");
    }

    @Test
    @DisplayName("A10: the switch for plain http is told, and so is each URI it lets in")
    void insecureRedirectUrisAreTold() {
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.allow-insecure-redirect-uris", "true")
                        .with("oidc.client.app.redirect-uris", "http://rp.test/cb")
                        .report()
                        .warnings())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("oidc.allow-insecure-redirect-uris: is true"),
                        line -> assertThat(line)
                                .startsWith("oidc.client.app.redirect-uris: http://rp.test/cb is plain http"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oidc.enable-pkce-plain-challenge     | true                     | is true: plain protects no code",
                "oidc.db.url                          | jdbc:h2:mem:x            | is a database in memory",
                "oidc.cors.endpoints                  | token                    | has no effect: no origin is allowed",
                "oidc.client.app.client-secret        | $plaintext$secret        | the secret is short enough to guess"
            })
    void whatIsDoubtfulIsTold(String key, String value, String text) {
        assertThat(Configuration.withConfidentialClient()
                        .with(key, value)
                        .report()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith(key + ": " + text);
    }

    @ParameterizedTest
    @CsvSource({
        "oidc.cors.allowed-origins, https://app.example.org",
        "oidc.cors.allowed-origins-from-client-redirect-uris, true"
    })
    void originsWithoutEndpointsAreTold(String key, String value) {
        assertThat(Configuration.smallest().with(key, value).report().warnings())
                .containsExactly("oidc.cors.endpoints: names no endpoint, so the allowed origins have no effect");
    }

    @Test
    void whatAnotherKeyOverridesIsTold() {
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.enforce-pkce", "always")
                        .with("oidc.client.app.require-pkce", "false")
                        .with("oidc.master-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .with("oidc.master-key-file", "/srv/key")
                        .report()
                        .warnings())
                .containsExactlyInAnyOrder(
                        "oidc.client.app.require-pkce: has no effect: oidc.enforce-pkce is always",
                        "oidc.master-key-file: has no effect: oidc.master-key is set");
    }
}
