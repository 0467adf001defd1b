package org.ostiary.ejb.authelia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Part 12: no option that the template of Authelia 4.39 lists is unknown here")
class KnownOptionsTest {

    private static final List<String> ANSWERS =
            List.of("authorization", "id_token", "access_token", "userinfo", "introspection");
    private static final List<String> ENDPOINTS =
            List.of("token", "revocation", "introspection", "pushed_authorization_request");

    @Test
    void knowsThoseOfAClient() {
        Stream<String> answers = ANSWERS.stream()
                .flatMap(answer -> Stream.of(
                        answer + "_signed_response_alg: RS256",
                        answer + "_signed_response_key_id: ''",
                        answer + "_encrypted_response_alg: none",
                        answer + "_encrypted_response_enc: A128CBC-HS256",
                        answer + "_encrypted_response_key_id: ''"));
        Stream<String> endpoints = ENDPOINTS.stream()
                .flatMap(endpoint -> Stream.of(
                        endpoint + "_endpoint_auth_method: client_secret_basic",
                        endpoint + "_endpoint_auth_signing_alg: RS256"));
        Stream<String> others = Stream.of(
                "client_name: Any",
                "sector_identifier_uri: https://sector.example.com/list.json",
                "public: false",
                "request_uris: [https://wiki.example.com/request]",
                "audience: []",
                "scopes: [openid, groups]",
                "grant_types: [authorization_code]",
                "response_types: [code]",
                "response_modes: [form_post]",
                "authorization_policy: two_factor",
                "lifespan: ''",
                "consent_mode: auto",
                "pre_configured_consent_duration: 1 week",
                "require_pushed_authorization_requests: false",
                "require_pkce: false",
                "pkce_challenge_method: S256",
                "request_object_signing_alg: RS256",
                "request_object_encryption_alg: ''",
                "request_object_encryption_enc: ''",
                "jwks_uri: https://wiki.example.com/keys");
        String options =
                Stream.of(others, answers, endpoints).flatMap(each -> each).collect(Collectors.joining("\n", "", "\n"));
        assertThat(Authelia.client(options).report()).noneMatch(KnownOptionsTest::isUnknown);
    }

    @Test
    void knowsThoseOfTheProvider() {
        Translation translation = Authelia.provider("""
                hmac_secret: canary
                jwks: [{key_id: example, algorithm: RS256, use: sig, key: canary, certificate_chain: canary}]
                enable_client_debug_messages: false
                minimum_parameter_entropy: 8
                enforce_pkce: public_clients_only
                enable_jwt_access_token_stateless_introspection: false
                discovery_signed_response_alg: none
                discovery_signed_response_key_id: ''
                authorization_policies:
                  some: {default_policy: two_factor, rules: [{policy: one_factor, subject: 'group:services', networks: [192.168.1.0/24]}]}
                lifespans: {access_token: 1 hour, authorize_code: 1 minute, id_token: 1 hour, refresh_token: 90 minutes}
                cors: {endpoints: [token], allowed_origins: [], allowed_origins_from_client_redirect_uris: false}
                """);
        assertThat(translation.report()).noneMatch(KnownOptionsTest::isUnknown);
        assertThat(translation.report().toString()).doesNotContain("canary");
    }

    @Test
    @DisplayName("This test is able to fail")
    void findsAnUnknownOne() {
        assertThat(Authelia.client("nobody_knows_it: 1\n").report()).anyMatch(KnownOptionsTest::isUnknown);
    }

    private static boolean isUnknown(String line) {
        return line.contains("is not known here");
    }
}
