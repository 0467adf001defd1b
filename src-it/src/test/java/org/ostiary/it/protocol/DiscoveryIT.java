package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;

/** The documents that clients read first (OpenID Connect Discovery 1.0; RFC 8414; RFC 7517). */
@OnEveryServer
class DiscoveryIT {
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";

    private static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256", "ES384", "EdDSA");
    private static final Map<String, Set<String>> PUBLIC_MEMBERS =
            Map.of("RSA", Set.of("n", "e"), "EC", Set.of("crv", "x", "y"), "OKP", Set.of("crv", "x"));

    private final OstiaryServer server;

    DiscoveryIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("S03, Discovery 3 and 4: the document has every required member, and the issuer is the configured one")
    void hasTheRequiredMembers() {
        Answer answer = get(OPENID);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json");
        Map<String, Object> document = answer.json();
        assertThat(document)
                .containsEntry("issuer", server.issuer().toString())
                .containsEntry("response_types_supported", List.of("code", "id_token", "code id_token"))
                .containsEntry(
                        "response_modes_supported",
                        List.of("query", "fragment", "form_post", "query.jwt", "fragment.jwt", "form_post.jwt", "jwt"))
                .containsEntry("subject_types_supported", List.of("public", "pairwise"))
                .containsEntry("id_token_signing_alg_values_supported", ALGORITHMS)
                .containsEntry(
                        "grant_types_supported",
                        List.of("authorization_code", "refresh_token", "client_credentials", "implicit"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("request_uri_parameter_supported", true)
                .containsEntry("request_parameter_supported", true)
                .containsEntry("claims_parameter_supported", true)
                .containsEntry("authorization_response_iss_parameter_supported", true)
                .containsKeys("token_endpoint_auth_methods_supported", "scopes_supported", "claims_supported");
        assertThat(strings(document, "display_values_supported"))
                .containsExactlyInAnyOrder("page", "popup", "touch", "wap");
    }

    @Test
    @DisplayName("S03, RFC 8414 3.2: no member is empty or null")
    void leavesOutWhatIsEmpty() {
        assertThat(get(OPENID).json().values()).allSatisfy(value -> {
            assertThat(value).isNotNull();
            if (value instanceof Collection<?> list) {
                assertThat(list).isNotEmpty();
            }
        });
    }

    @Test
    @DisplayName("S03: every advertised address answers, and nothing is advertised that is not there")
    void advertisesOnlyWhatAnswers() {
        Map<String, Object> document = get(OPENID).json();
        List<String> addresses = document.entrySet().stream()
                .filter(member ->
                        member.getKey().endsWith("_endpoint") || member.getKey().endsWith("_uri"))
                .map(member -> String.valueOf(member.getValue()))
                .toList();
        assertThat(addresses).hasSize(8).allSatisfy(address -> {
            assertThat(address).startsWith(server.issuer() + "/");
            assertThat(new UserAgent().get(URI.create(address)).status()).isIn(200, 303, 400, 401, 405);
        });
        for (String later : List.of("registration_endpoint", "device_authorization_endpoint")) {
            assertThat(document).doesNotContainKey(later);
        }
    }

    @Test
    @DisplayName("S33, RFC 8414 3: both documents say the same")
    void saysTheSameUnderBothNames() {
        assertThat(get(OAUTH).json()).isEqualTo(get(OPENID).json());
        assertThat(get(OAUTH).header("ETag")).isEqualTo(get(OPENID).header("ETag"));
    }

    @Test
    @DisplayName("S03, S24: caches may keep the documents, ask whether they changed, and any script may read them")
    void isCacheable() {
        for (String path : List.of(OPENID, OAUTH, "/jwks.json")) {
            Answer first = get(path);
            assertThat(first.header("Cache-Control").orElse(""))
                    .contains("max-age=3600")
                    .contains("public");
            assertThat(first.header("Access-Control-Allow-Origin")).hasValue("*");
            assertThat(first.header("Access-Control-Allow-Credentials")).isEmpty();
            String tag = first.header("ETag").orElseThrow();
            assertThat(tag).matches("\"[^\"]+\"");

            Answer unchanged = send(path, "If-None-Match", tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.header("ETag")).hasValue(tag);
            assertThat(unchanged.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
            assertThat(send(path, "If-None-Match", "\"x\", " + tag).status()).isEqualTo(304);
            assertThat(send(path, "If-None-Match", "*").status()).isEqualTo(304);
            assertThat(send(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
            assertThat(get(path).body()).isEqualTo(first.body());
        }
    }

    @Test
    @DisplayName(
            "S04, RFC 7517: one key for each algorithm, each with its own kid and no member beyond the public ones")
    void publishesPublicKeysOnly() {
        List<Map<?, ?>> keys = ((List<?>) get("/jwks.json").json().getOrDefault("keys", List.of()))
                .stream().<Map<?, ?>>map(key -> (Map<?, ?>) key).toList();
        assertThat(keys).allSatisfy(key -> {
            Set<Object> members = new HashSet<>(Set.of("kty", "kid", "use", "alg"));
            members.addAll(PUBLIC_MEMBERS.get(key.get("kty")));
            assertThat(key.keySet()).isEqualTo(members);
            assertThat(key.get("use")).isEqualTo("sig");
            assertThat(String.valueOf(key.get("kid")))
                    .as("a complete thumbprint")
                    .hasSize(43);
        });
        assertThat(keys.stream().<Object>map(key -> key.get("alg"))).containsExactlyInAnyOrderElementsOf(ALGORITHMS);
        assertThat(keys.stream().map(key -> key.get("kid"))).doesNotHaveDuplicates();
    }

    private static List<String> strings(Map<String, Object> document, String name) {
        return ((List<?>) document.getOrDefault(name, List.of()))
                .stream().map(String::valueOf).toList();
    }

    private Answer get(String path) {
        return new UserAgent().get(server.endpoint(path));
    }

    private Answer send(String path, String header, String value) {
        return new UserAgent()
                .send(HttpRequest.newBuilder(server.endpoint(path)).header(header, value));
    }
}
