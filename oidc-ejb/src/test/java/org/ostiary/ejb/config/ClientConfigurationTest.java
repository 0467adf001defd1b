package org.ostiary.ejb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.ApplicationType;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.AuthenticatedEndpoint;
import org.ostiary.ejb.protocol.client.AuthorizationPolicy;
import org.ostiary.ejb.protocol.client.ClientAbout;
import org.ostiary.ejb.protocol.client.ClientAuthenticationMethod;
import org.ostiary.ejb.protocol.client.ClientClaims;
import org.ostiary.ejb.protocol.client.ClientDefaults;
import org.ostiary.ejb.protocol.client.ClientKeys;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.ClientStrictness;
import org.ostiary.ejb.protocol.client.ClientSubject;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.EndpointAuthentication;
import org.ostiary.ejb.protocol.client.IdTokenAudience;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;
import org.ostiary.ejb.protocol.client.RegisteredClient;
import org.ostiary.ejb.protocol.client.RequestObjects;
import org.ostiary.ejb.protocol.client.SignedAnswers;
import org.ostiary.ejb.protocol.client.SubjectType;

class ClientConfigurationTest {
    @Test
    void aConfidentialClientHasTheDefaults() {
        ConfiguredClient configured = Configuration.withConfidentialClient()
                .without("oidc.client.app.authorization-policy")
                .client();
        RegisteredClient client = configured.client();

        assertThat(configured.secrets()).containsExactly(new ConfiguredSecret(Configuration.SECRET, null));
        assertThat(client.clientId()).isEqualTo("app");
        assertThat(client.clientName()).isEqualTo("app");
        assertThat(client.isPublic()).isFalse();
        assertThat(client.applicationType()).isEqualTo(ApplicationType.WEB);
        assertThat(client.tokenEndpointAuthMethod()).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        assertThat(client.redirectUris()).containsExactly("https://app.example.org/cb");
        assertThat(client.scopes()).containsExactly("openid", "groups", "profile", "email");
        assertThat(client.grantTypes()).containsExactly("authorization_code");
        assertThat(client.responseTypes()).containsExactly("code");
        assertThat(client.responseModes()).containsExactly("form_post", "query");
        assertThat(client.authorizationPolicy()).isEqualTo(ClientPolicy.of(AuthorizationPolicy.TWO_FACTOR));
        assertThat(client.consent().mode()).isEqualTo(ConsentMode.AUTO);
        assertThat(client.consent().optionalScopes()).isEmpty();
        assertThat(client.consent().requiredScopes()).isEmpty();
        assertThat(client.consent().remembered()).isEqualTo(Duration.ofDays(7));
        assertThat(client.initiateLoginUri()).isNull();
    }

    @Test
    @DisplayName(
            "Registration 1.0 2: response types are told apart whatever the order of their words, and get fragment")
    void responseTypesWithTokensAreRead() {
        RegisteredClient client = Configuration.withConfidentialClient()
                .with("oidc.enable-token-response-types", "true")
                .with("oidc.client.app.grant-types", "authorization_code,implicit")
                .with("oidc.client.app.response-types", "token id_token,id_token code")
                .client()
                .client();
        assertThat(client.responseTypes()).containsExactly("id_token token", "code id_token");
        assertThat(client.responseModes()).containsExactly("form_post", "query", "fragment");
    }

    @Test
    void aPublicClientHasNoSecretAndNoAuthentication() {
        ConfiguredClient configured = Configuration.withPublicClient().client();

        assertThat(configured.secrets()).isEmpty();
        assertThat(configured.client().isPublic()).isTrue();
        assertThat(configured.client().tokenEndpointAuthMethod()).isEqualTo(ClientAuthenticationMethod.NONE);
    }

    @Test
    void everyOptionIsRead() {
        RegisteredClient client = Configuration.withConfidentialClient()
                .with("oidc.client.app.client-name", "The application")
                .with("oidc.client.app.application-type", "native")
                .with("oidc.client.app.redirect-uris", "http://127.0.0.1/cb, https://app.example.org/a\\,b")
                .with("oidc.client.app.scopes", "openid,email")
                .with("oidc.client.app.response-modes", "query")
                .with("oidc.client.app.consent-mode", "pre-configured")
                .with("oidc.client.app.pre-configured-consent-duration", "14d")
                .with("oidc.client.app.optional-scopes", "email")
                .with("oidc.client.app.required-scopes", "openid")
                .with("oidc.client.app.token-endpoint-auth-method", "client_secret_post")
                .with("oidc.client.app.initiate-login-uri", "https://app.example.org/login")
                .client()
                .client();

        assertThat(client.clientName()).isEqualTo("The application");
        assertThat(client.applicationType()).isEqualTo(ApplicationType.NATIVE);
        assertThat(client.redirectUris()).containsExactly("http://127.0.0.1/cb", "https://app.example.org/a,b");
        assertThat(client.scopes()).containsExactly("openid", "email");
        assertThat(client.responseModes()).containsExactly("query");
        assertThat(client.authorizationPolicy()).isEqualTo(ClientPolicy.of(AuthorizationPolicy.ONE_FACTOR));
        assertThat(client.consent().mode()).isEqualTo(ConsentMode.PRE_CONFIGURED);
        assertThat(client.consent().remembered()).isEqualTo(Duration.ofDays(14));
        assertThat(client.consent().optionalScopes()).containsExactly("email");
        assertThat(client.consent().requiredScopes()).containsExactly("openid");
        assertThat(client.tokenEndpointAuthMethod()).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        assertThat(client.initiateLoginUri()).isEqualTo("https://app.example.org/login");
    }

    @Test
    void everyOptionOfTheProtocolIsRead() {
        RegisteredClient client = Configuration.withConfidentialClient()
                .with("oidc.client.app.client-secret", "$plaintext$zGk3vPq8RrT1mYwXcB5nLs7dJfHa2Ue9")
                .with("oidc.client.app.token-endpoint-auth-method", "client_secret_jwt")
                .with("oidc.client.app.token-endpoint-auth-signing-alg", "HS256")
                .with("oidc.client.app.allow-token-endpoint-audience", "true")
                .with("oidc.client.app.jwks-uri", "https://app.example.org/jwks")
                .with("oidc.client.app.id-token-signed-response-alg", "ES256")
                .with("oidc.client.app.authorization-signed-response-alg", "PS256")
                .with("oidc.client.app.userinfo-signed-response-alg", "ES384")
                .with("oidc.client.app.introspection-signed-response-alg", "EdDSA")
                .with("oidc.client.app.access-token-signed-response-alg", "RS256")
                .with("oidc.client.app.audience", "https://api.example.org,https://other.example.org")
                .with("oidc.client.app.requested-audience-mode", "implicit")
                .with("oidc.client.app.subject-type", "pairwise")
                .with("oidc.client.app.require-pushed-authorization-requests", "true")
                .with("oidc.client.app.require-signed-request-object", "true")
                .with("oidc.client.app.request-object-signing-alg", "none")
                .with("oidc.client.app.request-uris", "https://app.example.org/request")
                .with("oidc.client.app.id-token-claims", "email,groups")
                .with("oidc.client.app.strict-scopes", "true")
                .with("oidc.client.app.pkce-challenge-method", "S256")
                .with("oidc.client.app.minimum-parameter-entropy", "-1")
                .with("oidc.client.app.debug-until", "2026-12-31T18:00:00Z")
                .with("oidc.client.app.resource-server", "true")
                .with("oidc.client.app.grant-types", "authorization_code,client_credentials")
                .with("oidc.client.app.administration-role", "auditor")
                .client()
                .client();

        assertThat(client.keys())
                .isEqualTo(new ClientKeys(null, "https://app.example.org/jwks", JwsAlgorithm.HS256, true));
        assertThat(client.signed())
                .isEqualTo(new SignedAnswers(
                        JwsAlgorithm.ES256,
                        JwsAlgorithm.PS256,
                        JwsAlgorithm.ES384,
                        JwsAlgorithm.EDDSA,
                        JwsAlgorithm.RS256));
        assertThat(client.audience().allowed()).containsExactly("https://api.example.org", "https://other.example.org");
        assertThat(client.administration()).isEqualTo(AdministrationRole.AUDITOR);
        assertThat(client.audience().mode()).isEqualTo(AudienceMode.IMPLICIT);
        assertThat(client.subject()).isEqualTo(new ClientSubject(SubjectType.PAIRWISE, null, "app.example.org"));
        assertThat(client.requestObjects())
                .isEqualTo(
                        new RequestObjects(true, true, JwsAlgorithm.NONE, Set.of("https://app.example.org/request")));
        assertThat(client.claims().idToken()).containsExactly("email", "groups");
        assertThat(client.strictness())
                .isEqualTo(new ClientStrictness(true, -1, "S256", Instant.parse("2026-12-31T18:00:00Z")));
        assertThat(client.resourceServer()).isTrue();
    }

    @Test
    @DisplayName("Each endpoint may have a method and an algorithm of its own, else those of the token endpoint")
    void endpointsHaveMethodsOfTheirOwn() {
        RegisteredClient client = Configuration.withConfidentialClient()
                .with("oidc.client.app.jwks-uri", "https://app.example.org/jwks")
                .with("oidc.client.app.revocation-endpoint-auth-method", "client_secret_post")
                .with("oidc.client.app.introspection-endpoint-auth-method", "private_key_jwt")
                .with("oidc.client.app.introspection-endpoint-auth-signing-alg", "ES256")
                .with("oidc.client.app.allow-multiple-auth-methods", "true")
                .client()
                .client();
        EndpointAuthentication standard =
                new EndpointAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, null);
        assertThat(client.authentication(AuthenticatedEndpoint.TOKEN)).isEqualTo(standard);
        assertThat(client.authentication(AuthenticatedEndpoint.PUSHED_AUTHORIZATION_REQUEST))
                .isEqualTo(standard);
        assertThat(client.authentication(AuthenticatedEndpoint.REVOCATION))
                .isEqualTo(new EndpointAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST, null));
        assertThat(client.authentication(AuthenticatedEndpoint.INTROSPECTION))
                .isEqualTo(new EndpointAuthentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT, JwsAlgorithm.ES256));
        assertThat(client.endpoints().severalMethods()).isTrue();
    }

    @Test
    @DisplayName("Registration 1.0 2: what a client says about itself, and what its requests mean by default")
    void aClientSaysWhatItIs() {
        RegisteredClient client = Configuration.withConfidentialClient()
                .with("oidc.client.app.logo-uri", "https://app.example.org/logo.png")
                .with("oidc.client.app.policy-uri", "https://app.example.org/privacy")
                .with("oidc.client.app.tos-uri", "https://app.example.org/terms")
                .with("oidc.client.app.contacts", "ops@example.org,help@example.org")
                .with("oidc.client.app.default-max-age", "1h")
                .with("oidc.client.app.require-auth-time", "true")
                .with("oidc.client.app.default-acr-values", "urn:a,urn:b")
                .client()
                .client();
        assertThat(client.about())
                .isEqualTo(new ClientAbout(
                        "https://app.example.org/logo.png",
                        "https://app.example.org/privacy",
                        "https://app.example.org/terms",
                        Set.of("ops@example.org", "help@example.org")));
        assertThat(client.defaults())
                .isEqualTo(new ClientDefaults(Duration.ofHours(1), true, Set.of("urn:a", "urn:b")));
    }

    @Test
    @DisplayName("A claims policy says which claims go where, from which attribute, and whom ID tokens are for")
    void aClaimsPolicyIsRead() {
        ClientClaims claims = Configuration.withConfidentialClient()
                .with("oidc.client.app.claims-policy", "staff")
                .with("oidc.claims-policy.staff.id-token", "email")
                .with("oidc.claims-policy.staff.access-token", "groups")
                .with("oidc.claims-policy.staff.custom-claims.https://example.org/floor", "floor")
                .with("oidc.claims-policy.staff.id-token-audience-mode", "experimental-merged")
                .client()
                .client()
                .claims();
        assertThat(claims)
                .isEqualTo(new ClientClaims(
                        "staff",
                        Set.of("email"),
                        Set.of("groups"),
                        Map.of("https://example.org/floor", "floor"),
                        IdTokenAudience.EXPERIMENTAL_MERGED));
    }

    @Test
    @DisplayName("Attributes of the operator's own have a type and may have several values")
    void attributesHaveTypes() {
        assertThat(Configuration.smallest()
                        .with("oidc.extra-attributes.floor.value-type", "integer")
                        .with("oidc.extra-attributes.doors.value-type", "integer")
                        .with("oidc.extra-attributes.doors.multi-valued", "true")
                        .with("oidc.extra-attributes.tags.multi-valued", "true")
                        .read()
                        .extraAttributes())
                .isEqualTo(Map.of(
                        "floor", new AttributeType(AttributeType.Value.INTEGER, false),
                        "doors", new AttributeType(AttributeType.Value.INTEGER, true),
                        "tags", new AttributeType(AttributeType.Value.STRING, true)));
    }

    @Test
    @DisplayName("S30: a client has two secrets, so that one can replace the other without a gap")
    void aClientHasTwoSecrets() {
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.client.app.client-secret-not-after", "2026-12-31T18:00:00Z")
                        .with("oidc.client.app.client-secret-2", Configuration.SECRET)
                        .client()
                        .secrets())
                .containsExactly(
                        new ConfiguredSecret(Configuration.SECRET, Instant.parse("2026-12-31T18:00:00Z")),
                        new ConfiguredSecret(Configuration.SECRET, null));
    }

    @Test
    @DisplayName("OIDC Core 8.1: the sector is the host of the sector identifier URI")
    void theSectorIsAHost() {
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.client.app.sector-identifier-uri", "https://sector.example.org/uris.json")
                        .client()
                        .client()
                        .subject())
                .isEqualTo(new ClientSubject(
                        SubjectType.PAIRWISE, "https://sector.example.org/uris.json", "sector.example.org"));
    }

    @Test
    void aClientIdentifierMayContainDots() {
        assertThat(Configuration.withPublicClient()
                        .with("oidc.client.org.example.app.public", "true")
                        .with("oidc.client.org.example.app.redirect-uris", "https://rp.test/cb")
                        .with("oidc.client.org.example.app.authorization-policy", "one_factor")
                        .read()
                        .clients())
                .extracting(client -> client.client().clientId())
                .containsExactly("app", "org.example.app", AdministrationClient.ID);
    }

    @Test
    void anOptionMayComeFromASourceThatListsNoNames() {
        Configuration file = Configuration.withConfidentialClient().without("oidc.client.app.client-secret");
        ConfiguredValues values = new ConfiguredValues(
                key -> ConfiguredValues.of(
                                Configuration.withConfidentialClient().values())
                        .find(key),
                file.values().keySet());

        assertThat(ConfigurationReader.read(values).require().clients().get(0).secrets())
                .containsExactly(new ConfiguredSecret(Configuration.SECRET, null));
    }

    @ParameterizedTest
    @DisplayName("B10, RFC 9700 2.1.1: PKCE is required unless a confidential client loosens it")
    @CsvSource({
        // enforce-pkce, require-pkce of the client, public: confidential:
        "public_clients_only, ,      true,  true",
        "public_clients_only, true,  true,  true",
        "public_clients_only, false, ,      false",
        "always,              ,      true,  true",
        "always,              false, true,  true",
        "never,               ,      true,  true",
        "never,               false, false, false"
    })
    void requirePkce(String enforce, String own, Boolean ofPublic, boolean ofConfidential) {
        assertThat(requirePkce(Configuration.withConfidentialClient(), enforce, own))
                .isEqualTo(ofConfidential);
        if (ofPublic != null) {
            assertThat(requirePkce(Configuration.withPublicClient(), enforce, own))
                    .isEqualTo(ofPublic);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$plaintext$zGk3vPq8RrT1mYwXcB5nLs7dJfHa2Ue9",
                "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM",
                "$pbkdf2-sha512$310000$c8p78n7pUMln0jzvd4aK4Q$JNRBzwAo0ek5qKn50cFzzvE9RXV88h1wJn5KGiHrD0YKtZaR",
                "$2b$12$LK3P2wkHuBeKKAnkTZ.u7uFhUMKKJmdQCvA5aW2rBqZ2mQ6HdTQKe",
                "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"
            })
    void aSecretIsADigestOrMarkedAsPlainText(String secret) {
        assertThat(Configuration.withConfidentialClient()
                        .with("oidc.client.app.client-secret", secret)
                        .client()
                        .secrets())
                .containsExactly(new ConfiguredSecret(secret, null));
    }

    private static boolean requirePkce(Configuration client, String enforce, String own) {
        Configuration configuration = client.with("oidc.enforce-pkce", enforce);
        return (own == null ? configuration : configuration.with("oidc.client.app.require-pkce", own))
                .client()
                .client()
                .requirePkce();
    }

    @Test
    @DisplayName(
            "The built-in test application is a client on loopback issuers, unless it is switched off or cannot work")
    void tryItExistsOnLoopbackOnly() {
        Configuration loopback = Configuration.smallest().with("oidc.issuer", "http://localhost:8080");
        RegisteredClient client = loopback.report().require().clients().get(0).client();
        assertThat(client.clientId()).isEqualTo(TryItClient.ID);
        assertThat(client.redirectUris()).containsExactly("http://localhost:8080/try-it.xhtml");
        assertThat(client.isPublic()).isTrue();
        for (Configuration without : List.of(
                Configuration.smallest(),
                loopback.with("oidc.try-it", "false"),
                loopback.with("oidc.require-pushed-authorization-requests", "true"))) {
            assertThat(without.report().require().clients())
                    .noneMatch(each -> each.client().clientId().equals(TryItClient.ID));
        }
    }

    @Test
    @DisplayName(
            "The pages of the administration have a client of their own on every issuer, and nobody else may be it")
    void theAdministrationHasAClient() {
        ConfigurationReport report = Configuration.smallest().report();
        RegisteredClient client = report.require().clients().get(0).client();
        assertThat(report.warnings()).isEmpty();
        assertThat(client.clientId()).isEqualTo(AdministrationClient.ID);
        assertThat(client.requirePkce()).isTrue();
        assertThat(client.redirectUris()).containsExactly("https://id.example.org/admin/signed-in");
        assertThat(client.audience().allowed()).containsExactly(report.require().administrationAudience());
        Configuration without = Configuration.smallest().with("oidc.administration.pages", "false");
        assertThat(without.report().require().clients()).isEmpty();
        Configuration taken =
                Configuration.smallest().with("oidc.client.ostiary-administration.redirect-uris", "https://rp.test/cb");
        assertThat(taken.report().mistakes()).isNotEmpty();
    }
}
