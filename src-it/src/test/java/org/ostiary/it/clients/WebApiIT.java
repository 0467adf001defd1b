package org.ostiary.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.Journey;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;

/** npm's oauth4webapi pushes, signs, refreshes, introspects and revokes, and checks every answer. */
@DisplayName("oauth4webapi")
class WebApiIT {
    private static final WebApiClient SIGNING = WebApiClient.of("webapi-signing", "private_key_jwt")
            .with("id-token-signed-response-alg", "ES256")
            .with("authorization-signed-response-alg", "ES256")
            .with("userinfo-signed-response-alg", "ES256")
            .with("introspection-signed-response-alg", "ES256")
            .with("request-object-signing-alg", "ES256")
            .with("response-modes", "query,query.jwt,jwt");
    private static final WebApiClient SECRET = WebApiClient.of("webapi-secret", "client_secret_jwt");
    private static final WebApiClient BASIC = WebApiClient.of("webapi-basic", "client_secret_basic");
    private static final WebApiClient OWN = WebApiClient.of("webapi-own", "private_key_jwt")
            .with("grant-types", "client_credentials")
            .with("access-token-signed-response-alg", "ES256")
            .with("audience", "https://api.test");
    private static final Map<String, Object> ES256 = Map.of(
            "id_token_signed_response_alg", "ES256",
            "authorization_signed_response_alg", "ES256",
            "userinfo_signed_response_alg", "ES256",
            "introspection_signed_response_alg", "ES256");

    private static OstiaryServer server;

    @BeforeAll
    static void start() {
        server = Servers.fresh(
                Flavour.MICRO_H2,
                ServerSettings.standard().withAll(WebApiClient.configurationOf(List.of(SIGNING, SECRET, BASIC, OWN))));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("RFC 6749 6, RFC 7662, RFC 7009: refreshes, introspects and revokes with client_secret_basic")
    void refreshesIntrospectsAndRevokes() {
        Map<String, Object> result = wholeLife(BASIC, Map.of(), Map.of("scope", "openid profile offline_access"));
        assertThat(result).doesNotContainKey("error");
        assertLife(result, "webapi-basic");
    }

    @Test
    @DisplayName("OIDC Core 9: authenticates by client_secret_jwt everywhere")
    void authenticatesByClientSecretJwt() {
        Map<String, Object> result = wholeLife(SECRET, Map.of(), Map.of("scope", "openid profile offline_access"));
        assertThat(result).doesNotContainKey("error");
        assertLife(result, "webapi-secret");
    }

    @Test
    @DisplayName("RFC 9126, RFC 9101, JARM, RFC 9701: pushes a signed request and reads signed answers only")
    void pushesASignedRequestAndReadsSignedAnswers() {
        Map<String, Object> result = wholeLife(
                SIGNING,
                ES256,
                Map.of("scope", "openid profile offline_access", "response_mode", "jwt"),
                Map.of("push", true, "sign", true, "jarm", true));
        assertThat(result).doesNotContainKey("error");
        assertLife(result, "webapi-signing");
    }

    @Test
    @DisplayName("RFC 9101: sends a signed request by value")
    void sendsASignedRequest() {
        Map<String, Object> result =
                wholeLife(SIGNING, ES256, Map.of("scope", "openid profile offline_access"), Map.of("sign", true));
        assertThat(result).doesNotContainKey("error");
        assertLife(result, "webapi-signing");
    }

    @Test
    @DisplayName("RFC 6749 4.4, RFC 8707, RFC 9068: gets a token of its own for a resource, and revokes it")
    void getsATokenOfItsOwn() {
        Map<String, Object> result = Steps.run("own", input(OWN, Map.of(), Map.of("resource", "https://api.test")));
        assertThat(result).doesNotContainKey("error");
        assertThat(result).extractingByKey("token").extracting("token_type").isEqualTo("bearer");
        assertThat(result)
                .extractingByKey("introspected")
                .extracting("active", "client_id", "sub", "aud")
                .containsExactly(true, "webapi-own", "webapi-own", "https://api.test");
        assertThat(result).containsEntry("revoked", 200L);
        assertThat(result).containsEntry("introspectedAfterwards", Map.of("active", false));
    }

    @Test
    @DisplayName("RFC 6749 5.2: an assertion under another key is an invalid_client error")
    void learnsThatTheKeyIsWrong() {
        WebApiClient stranger = WebApiClient.of("webapi-own", "private_key_jwt");
        Map<String, Object> result = Steps.run("own", input(stranger, Map.of(), Map.of()));
        assertThat(result).extractingByKey("error").extracting("error").isEqualTo("invalid_client");
    }

    private static void assertLife(Map<String, Object> result, String client) {
        assertThat(result).extractingByKey("claims").extracting("aud").isEqualTo(client);
        assertThat(result)
                .extractingByKey("userinfo")
                .extracting("preferred_username")
                .isEqualTo("alice");
        assertThat(result)
                .extractingByKey("refreshed")
                .extracting("rotated", "scope")
                .containsExactly(true, "openid profile offline_access");
        assertThat(result)
                .extractingByKey("introspected")
                .extracting("active", "client_id")
                .containsExactly(true, client);
        assertThat(result).containsEntry("revoked", 200L);
        assertThat(result).containsEntry("introspectedAfterwards", Map.of("active", false));
        assertThat(result)
                .extractingByKey("refreshedAfterwards")
                .extracting("error")
                .isEqualTo("invalid_grant");
        assertThat(claim(result, "refreshed", "claims"))
                .as("sub, auth_time and sid stay")
                .isInstanceOfSatisfying(Map.class, refreshed -> {
                    Map<?, ?> first = (Map<?, ?>) Objects.requireNonNull(result.get("claims"));
                    for (String name : List.of("sub", "auth_time", "sid", "azp", "amr")) {
                        assertThat(refreshed.get(name)).as(name).isEqualTo(first.get(name));
                    }
                });
    }

    private static Object claim(Map<String, Object> result, String member, String name) {
        Map<?, ?> object = (Map<?, ?>) Objects.requireNonNull(result.get(member), member);
        return Objects.requireNonNull(object.get(name), name);
    }

    private static Map<String, Object> wholeLife(
            WebApiClient client, Map<String, Object> metadata, Map<String, Object> parameters) {
        return wholeLife(client, metadata, parameters, Map.of());
    }

    private static Map<String, Object> wholeLife(
            WebApiClient client,
            Map<String, Object> metadata,
            Map<String, Object> parameters,
            Map<String, Object> switches) {
        Map<String, Object> input = input(client, metadata, parameters);
        input.putAll(switches);
        Map<String, Object> begun = Steps.run("begin", input);
        assertThat(begun).doesNotContainKey("error");
        Callback response =
                new Journey(server).authorize(URI.create(String.valueOf(begun.get("location"))), TestAccounts.ALICE);
        input.put("checks", begun.get("checks"));
        input.put("response", response.parameters().encoded());
        return Steps.run("finish", input);
    }

    private static Map<String, Object> input(
            WebApiClient client, Map<String, Object> metadata, Map<String, Object> parameters) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("issuer", server.issuer().toString());
        input.put("client", client.forProgram(metadata));
        input.put("parameters", parameters);
        return input;
    }
}
