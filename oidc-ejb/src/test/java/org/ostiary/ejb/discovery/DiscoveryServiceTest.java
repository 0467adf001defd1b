package org.ostiary.ejb.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ostiary.ejb.claims.ScopeClaims;
import org.ostiary.ejb.fixture.Jwt;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

class DiscoveryServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    @DisplayName("Initiating User Registration 3: create is published where people may register, and nowhere else")
    void publishesCreateWhereItWorks() {
        assertThat(texts(metadata(SampleConfig.production().withRegistration()), "prompt_values_supported"))
                .containsExactly("none", "login", "consent", "select_account", "create");
    }

    @Test
    @DisplayName("OIDC Discovery 3, RFC 8414 2, RFC 9207 3: the document says exactly what works")
    void saysWhatWorks() {
        JsonObject metadata = metadata(SampleConfig.production());
        assertThat(metadata.keySet())
                .containsExactlyInAnyOrder(
                        "issuer",
                        "authorization_endpoint",
                        "token_endpoint",
                        "pushed_authorization_request_endpoint",
                        "require_pushed_authorization_requests",
                        "request_object_signing_alg_values_supported",
                        "userinfo_endpoint",
                        "jwks_uri",
                        "scopes_supported",
                        "response_types_supported",
                        "response_modes_supported",
                        "grant_types_supported",
                        "acr_values_supported",
                        "subject_types_supported",
                        "id_token_signing_alg_values_supported",
                        "authorization_signing_alg_values_supported",
                        "require_request_uri_registration",
                        "userinfo_signing_alg_values_supported",
                        "introspection_signing_alg_values_supported",
                        "token_endpoint_auth_methods_supported",
                        "token_endpoint_auth_signing_alg_values_supported",
                        "introspection_endpoint",
                        "introspection_endpoint_auth_methods_supported",
                        "introspection_endpoint_auth_signing_alg_values_supported",
                        "revocation_endpoint",
                        "end_session_endpoint",
                        "check_session_iframe",
                        "backchannel_logout_supported",
                        "backchannel_logout_session_supported",
                        "frontchannel_logout_supported",
                        "frontchannel_logout_session_supported",
                        "revocation_endpoint_auth_methods_supported",
                        "revocation_endpoint_auth_signing_alg_values_supported",
                        "display_values_supported",
                        "prompt_values_supported",
                        "claim_types_supported",
                        "claims_supported",
                        "claims_parameter_supported",
                        "request_parameter_supported",
                        "request_uri_parameter_supported",
                        "ui_locales_supported",
                        "code_challenge_methods_supported",
                        "authorization_response_iss_parameter_supported");
        assertThat(texts(metadata, "scopes_supported"))
                .containsExactly("openid", "profile", "email", "address", "phone", "groups", "offline_access");
        assertThat(texts(metadata, "response_types_supported")).containsExactly("code", "id_token", "code id_token");
        assertThat(texts(metadata, "response_modes_supported"))
                .containsExactly("query", "fragment", "form_post", "query.jwt", "fragment.jwt", "form_post.jwt", "jwt");
        assertThat(texts(metadata, "authorization_signing_alg_values_supported"))
                .containsExactly("RS256", "PS256", "ES256", "ES384", "EdDSA");
        assertThat(texts(metadata, "grant_types_supported"))
                .containsExactly("authorization_code", "refresh_token", "client_credentials", "implicit");
        assertThat(texts(metadata, "subject_types_supported")).containsExactly("public", "pairwise");
        assertThat(texts(metadata, "id_token_signing_alg_values_supported"))
                .containsExactly("RS256", "PS256", "ES256", "ES384", "EdDSA");
        assertThat(texts(metadata, "token_endpoint_auth_methods_supported"))
                .containsExactly(
                        "client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none");
        assertThat(texts(metadata, "token_endpoint_auth_signing_alg_values_supported"))
                .containsExactly("RS256", "PS256", "ES256", "ES384", "EdDSA", "Ed25519", "HS256");
        assertThat(texts(metadata, "prompt_values_supported"))
                .containsExactly("none", "login", "consent", "select_account");
        assertThat(texts(metadata, "display_values_supported")).containsExactly("page", "popup", "touch", "wap");
        assertThat(texts(metadata, "acr_values_supported"))
                .containsExactly("urn:ostiary:acr:one-factor", "urn:ostiary:acr:two-factor");
        assertThat(texts(metadata, "claims_supported"))
                .contains("sub", "iss", "auth_time", "acr", "amr", "preferred_username", "email_verified", "groups");
        assertThat(texts(metadata, "request_object_signing_alg_values_supported"))
                .containsExactly("RS256", "PS256", "ES256", "ES384", "EdDSA", "Ed25519", "none");
        assertThat(metadata.getBoolean("request_parameter_supported")).isTrue();
        assertThat(metadata.getBoolean("require_request_uri_registration")).isTrue();
        assertThat(metadata.getBoolean("require_pushed_authorization_requests")).isFalse();
        assertThat(metadata(SampleConfig.production().withPushedRequestsRequired())
                        .getBoolean("require_pushed_authorization_requests"))
                .isTrue();
        assertThat(metadata.getBoolean("request_uri_parameter_supported")).isTrue();
        assertThat(metadata.getBoolean("claims_parameter_supported")).isTrue();
        assertThat(metadata.getBoolean("authorization_response_iss_parameter_supported"))
                .isTrue();
    }

    @Test
    @DisplayName("OIDC Discovery 3: response types with an access token are published where they work")
    void saysWhichResponseTypesWork() {
        assertThat(texts(metadata(SampleConfig.production().withTokenResponseTypes()), "response_types_supported"))
                .containsExactly(
                        "code",
                        "id_token",
                        "code id_token",
                        "token",
                        "id_token token",
                        "code token",
                        "code id_token token");
    }

    @Test
    @DisplayName(
            "RFC 8414 2.1: where the operator wants it the metadata are there once more, signed by a published key")
    void signsTheMetadata() {
        RunningProvider signing =
                RunningProvider.with(SampleConfig.production().withSignedMetadata(JwsAlgorithm.ES256));
        DiscoveryService service = signing.service(DiscoveryService.class);
        JsonObject metadata = Jwt.json(new String(service.metadata().body(), StandardCharsets.UTF_8));
        String signed = metadata.getString("signed_metadata");
        assertThat(new String(service.jwks().body(), StandardCharsets.UTF_8))
                .contains("\"" + Jwt.header(signed).getString("kid") + "\"");
        JsonObject claims = Jwt.claims(signed);
        assertThat(claims.getString("iss")).isEqualTo("https://id.example.org");
        assertThat(claims).doesNotContainKey("signed_metadata");
        metadata.forEach((name, value) -> {
            if (!name.equals("signed_metadata")) {
                assertThat(claims.get(name)).isEqualTo(value);
            }
        });
        assertThat(service.metadata().etag()).isEqualTo(service.metadata().etag());
    }

    @Test
    @DisplayName("RFC 8414 3.2: no member is an empty array")
    void hasNoEmptyArray() {
        metadata(SampleConfig.production()).values().stream()
                .filter(JsonArray.class::isInstance)
                .forEach(array -> assertThat((JsonArray) array).isNotEmpty());
    }

    @ParameterizedTest
    @DisplayName("W04: every address begins with the configured issuer, whether it has a path or not")
    @CsvSource({"https://id.example.org", "https://example.org/tenants/one", "http://localhost:8080"})
    void buildsAddressesFromTheIssuer(String issuer) {
        JsonObject metadata = metadata(SampleConfig.production().withIssuer(issuer));
        assertThat(metadata.getString("issuer")).isEqualTo(issuer);
        assertThat(metadata.getString("authorization_endpoint")).isEqualTo(issuer + "/api/oidc/authorization");
        assertThat(metadata.getString("token_endpoint")).isEqualTo(issuer + "/api/oidc/token");
        assertThat(metadata.getString("userinfo_endpoint")).isEqualTo(issuer + "/api/oidc/userinfo");
        assertThat(metadata.getString("jwks_uri")).isEqualTo(issuer + "/jwks.json");
    }

    @Test
    @DisplayName("B13: plain is offered only where the operator allows it")
    void offersPlainWhereAllowed() {
        assertThat(texts(metadata(SampleConfig.production()), "code_challenge_methods_supported"))
                .containsExactly("S256");
        assertThat(texts(metadata(SampleConfig.production().withPlainChallenge()), "code_challenge_methods_supported"))
                .containsExactly("S256", "plain");
    }

    @Test
    @DisplayName("The documents are prepared once and cost no statement")
    void isPreparedOnce() {
        DiscoveryService service = provider.service(DiscoveryService.class);
        int before = provider.database().statements();
        assertThat(service.metadata()).isSameAs(service.metadata());
        assertThat(service.jwks()).isSameAs(service.jwks());
        assertThat(provider.database().statements()).isEqualTo(before);
        assertThat(service.metadata().etag())
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(service.jwks().etag());
        assertThat(Jwt.json(new String(service.metadata().body(), StandardCharsets.UTF_8)))
                .isEqualTo(metadata(SampleConfig.production()));
    }

    @Test
    @DisplayName("RFC 7517 5: the key set holds public members only")
    void publishesPublicKeysOnly() {
        String jwks = new String(provider.service(DiscoveryService.class).jwks().body(), StandardCharsets.UTF_8);
        assertThat(Jwt.json(jwks).getJsonArray("keys").getValuesAs(JsonObject.class))
                .hasSize(5)
                .allSatisfy(key -> assertThat(key.keySet())
                        .contains("kid", "alg", "use", "kty")
                        .doesNotContain("d", "p", "q", "dp", "dq", "qi", "k"));
    }

    private static JsonObject metadata(SampleConfig config) {
        return Jwt.json(JsonText.object(ProviderMetadata.of(config.build(), new ScopeClaims(config.build()))));
    }

    private static List<String> texts(JsonObject metadata, String name) {
        return metadata.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}
