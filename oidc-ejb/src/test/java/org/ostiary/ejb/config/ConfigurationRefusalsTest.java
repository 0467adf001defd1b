package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationRefusalsTest {
    @Test
    void theIssuerIsRequired() {
        assertThat(Configuration.smallest().without("oidc.issuer").report().mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.issuer is missing: set the URL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oidc.issuer                        | https://id.example.org/ | must not end with a slash",
                "oidc.issuer                        | http://id.example.org   | must begin with https://",
                "oidc.data-directory                | /srv/a;b                | must not contain a semicolon",
                "oidc.data-directory                | ~/ostiary               | must be written out",
                "oidc.accounts-file                 | ~/users.yml             | must be written out",
                "oidc.db.url                        | jdbc:h2:file:/srv/x     | ;WRITE_DELAY=0",
                "oidc.db.url                        | jdbc:h2:/x;WRITE_DELAY=500 | ;WRITE_DELAY=0",
                "oidc.db.url                        | jdbc:mariadb://db/x     | must begin with jdbc:postgresql: or jdbc:h2:",
                "oidc.db.url                        | db.example.org          | jdbc:",
                "oidc.lifespans.access-token        | 59s                     | must be from 1m to 1d",
                "oidc.lifespans.access-token        | 25h                     | must be from 1m to 1d",
                "oidc.lifespans.id-token            | PT30S                   | must be from 1m to 1d",
                "oidc.lifespans.authorize-code      | 9s                      | must be from 10s to 10m",
                "oidc.lifespans.authorize-code      | 11m                     | must be from 10s to 10m",
                "oidc.lifespans.interaction         | 2h                      | must be from 1m to 1h",
                "oidc.metrics.allowed-addresses     | monitor.example.org     | must be an IP address or a block",
                "oidc.audit-retention               | 1d                      | must be 0s, which is for ever, or at least 30d",
                "oidc.lifespans.interaction         | 600                     | must be a duration like 90s",
                "oidc.lifespans.interaction         | ten minutes             | must be a duration like 90s",
                "oidc.lifespans.interaction         | PT                      | must be a duration like 90s",
                "oidc.session.idle                  | 0s                      | must be from 1m to 30d",
                "oidc.session.idle                  | 13h                     | must not be longer than oidc.session.absolute, which is 12h",
                "oidc.session.absolute              | 31d                     | must be from 1m to 30d",
                "oidc.session.remember-me           | 91d                     | must be from 0d to 90d",
                "oidc.session.remember-me           | 1h                      | must be 0s, which is off, or not shorter than oidc.session.absolute, which is 12h",
                "oidc.enforce-pkce                  | sometimes               | must be one of: public_clients_only, never, always",
                "oidc.enable-pkce-plain-challenge   | yes                     | must be true or false",
                "oidc.enable-client-debug-messages  | TRUE                    | must be true or false",
                "oidc.minimum-parameter-entropy     | 7                       | must be a whole number from 8 to 128",
                "oidc.minimum-parameter-entropy     | many                    | must be a whole number from 8 to 128",
                "oidc.mail.session                  | mail oidc               | must be a JNDI name like mail/oidc",
                "oidc.mail.session                  | ldap://evil.test/x      | must be a JNDI name like mail/oidc",
                "oidc.mail.from                     | a@example.org,b@example.org | must be one address",
                "oidc.lifespans.password-reset      | 30s                     | must be from 1m to 1d",
                "oidc.signature-provider            | openssl                 | must be one of: auto, jdk, corretto",
                "oidc.keys.lead                     | 1h                      | must be at least 2h, twice oidc.keys.jwks-max-age",
                "oidc.keys.retention                | 30m                     | must be at least 1h, the longest that something signed",
                "oidc.keys.period                   | 23h                     | must be at least 1d, oidc.keys.lead",
                "oidc.keys.rsa-bits                 | 1024                    | must be a whole number from 2048 to 4096",
                "oidc.keys.rotate-before            | tomorrow                | must be a moment in UTC",
                "oidc.administration.administrators | ','                      | must name at least one group",
                "oidc.administration.recovery       | now                     | must be a moment in UTC",
                "oidc.trusted-proxies               | proxy.example.org       | must be an IP address or a block",
                "oidc.trusted-proxies               | 10.0.0.256              | must be an IP address or a block",
                "oidc.trusted-proxies               | 10.1                    | must be an IP address or a block",
                "oidc.trusted-proxies               | 1:2:3                   | must be an IP address or a block",
                "oidc.trusted-proxies               | 10.0.0.0/33             | must have a prefix length from 1 to 32",
                "oidc.trusted-proxies               | 0.0.0.0/0               | must not be every address",
                "oidc.trusted-proxies               | ::/0                    | must not be every address",
                "oidc.password-hash-concurrency     | 0                       | must be a whole number from 1 to 64",
                "oidc.allow-insecure-redirect-uris  | 1                       | must be true or false",
                "oidc.cors.endpoints | jwks | is not known in this release: allowed are token, userinfo",
                "oidc.cors.allowed-origins          | *                       | must be scheme://host",
                "oidc.cors.allowed-origins          | null                    | must be scheme://host",
                "oidc.cors.allowed-origins          | https://*.example.org   | must be scheme://host",
                "oidc.cors.allowed-origins          | https://app.example.org/| must be scheme://host",
                "oidc.cors.allowed-origins          | http://app.example.org  | must begin with https://"
            })
    void aWrongValueIsOneLineWithKeyValueAndWhatIsRight(String key, String value, String right) {
        assertThat(Configuration.smallest().with(key, value).report().mistakes())
                .singleElement()
                .asString()
                .startsWith(key + " = \"" + value + "\": ")
                .contains(right);
    }

    @Test
    @DisplayName("A key must not sign before other nodes publish it, however short applications may keep the set")
    void theLeadIsLongEnoughForOtherNodes() {
        assertThat(Configuration.smallest()
                        .with("oidc.keys.jwks-max-age", "1s")
                        .with("oidc.keys.lead", "9s")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith(
                        "oidc.keys.lead = \"9s\": must be at least 10s, the time in which other nodes see a new key");
    }

    @Test
    @DisplayName("RFC 9700 2.6: no CORS at the authorization endpoint")
    void corsAtTheAuthorizationEndpointIsRefused() {
        assertThat(Configuration.smallest()
                        .with("oidc.cors.endpoints", "token,authorization")
                        .with("oidc.cors.allowed-origins", "https://app.example.org")
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("oidc.cors.endpoints = \"authorization\": ")
                .contains("RFC 9700, section 2.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAAAAAAAAAAAAAAAAAAAA==", "not base64 at all, but long enough to be a key!"})
    void aWrongMasterKeyIsNotShown(String masterKey) {
        assertThat(Configuration.smallest()
                        .with("oidc.master-key", masterKey)
                        .report()
                        .mistakes())
                .containsExactly("oidc.master-key = (not shown): must be 32 bytes in base64; make one with:"
                        + " openssl rand -base64 32");
    }

    @Test
    void aPasswordInAWrongUrlIsNotShown() {
        assertThat(Configuration.smallest()
                        .with("oidc.db.url", "jdbc:mariadb://db/x?user=a&password=hunter2")
                        .with("oidc.issuer", "https://jane:hunter2@id.example.org")
                        .report()
                        .mistakes())
                .hasSize(2)
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void everyMistakeIsFoundInOneGo() {
        ConfigurationReport report = Configuration.withConfidentialClient()
                .with("oidc.issuer", "id.example.org")
                .with("oidc.session.idle", "soon")
                .with("oidc.client.app.scopes", "openid,fax")
                .report();

        assertThat(report.mistakes()).hasSize(3);
        assertThat(report.config()).isNull();
        assertThatThrownBy(report::require)
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(report.mistakes());
    }

    @Test
    @DisplayName("W19: a value cannot begin a line of its own in a log")
    void controlCharactersAreEscaped() {
        assertThat(Configuration.smallest()
                        .with("oidc.enforce-pkce", "x\ny\u001b[2J\u2028z".concat("a".repeat(5000)))
                        .report()
                        .mistakes())
                .singleElement()
                .asString()
                .contains("x\\u000ay\\u001b[2J\\u2028z")
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aBlankValueCountsAsNotSet(String blank) {
        assertThat(Configuration.smallest()
                        .with("oidc.enforce-pkce", blank)
                        .read()
                        .enforcePkce())
                .isEqualTo(EnforcePkce.PUBLIC_CLIENTS_ONLY);
    }
}
