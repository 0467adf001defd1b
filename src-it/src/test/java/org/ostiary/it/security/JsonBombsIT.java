package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;
import static org.ostiary.it.security.Refusals.assertShown;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** The one JSON text that strangers send, the claims parameter, is judged before anything is built from it. */
@OnEveryServer
class JsonBombsIT {
    private final OstiaryServer server;

    JsonBombsIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("W12: what is no small JSON object is invalid_request")
    void refusesWhatIsNoObject() {
        for (String claims : List.of(
                "{",
                "}",
                "[]",
                "null",
                "1",
                "\"x\"",
                "{}{}",
                "{} x",
                "{'a':1}",
                "{\"a\":}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":tru}",
                "\uFEFF{}x")) {
            AuthorizationRequest request = withClaims(claims);
            assertRedirected(get(request), request, "invalid_request", server);
        }
    }

    @Test
    @DisplayName("W12: deep nesting is invalid_request, at a thousand levels as at eleven")
    void refusesDepth() {
        for (int depth : new int[] {11, 100, 1_001, 1_200}) {
            for (String claims : List.of(
                    "{\"a\":".repeat(depth) + "1" + "}".repeat(depth),
                    "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}",
                    "{\"a\":" + "[".repeat(depth))) {
                AuthorizationRequest request = withClaims(claims);
                Answer answer = new UserAgent().post(server.endpoint("/api/oidc/authorization"), request.parameters());
                assertRedirectedOrShown(answer, request);
            }
        }
    }

    @Test
    @DisplayName(
            "W12: huge numbers, many members and lone surrogates are taken as text or refused, never an error of ours")
    void survivesNumbersAndSurrogates() {
        String members =
                IntStream.range(0, 700).mapToObj(i -> "\"m" + i + "\":0").collect(Collectors.joining(","));
        for (String claims : List.of(
                "{\"a\":1e1000000000}",
                "{\"a\":-1e-1000000000}",
                "{\"a\":" + "9".repeat(7_000) + "}",
                "{" + members + "}",
                "{\"a\":\"\\uD800\"}",
                "{\"\\uDC00\":1}",
                "{\"a\":\"\\u0000\"}")) {
            Answer answer = new UserAgent()
                    .post(
                            server.endpoint("/api/oidc/authorization"),
                            withClaims(claims).parameters());
            assertThat(answer.status())
                    .as(claims.substring(0, Math.min(40, claims.length())))
                    .isIn(303, 400);
        }
    }

    @Test
    @DisplayName("W12: bytes that are no characters, in any parameter, are refused before they are read as anything")
    void refusesBytesThatAreNoText() {
        String valid =
                AuthorizationRequest.valid(TestClients.CONF_BASIC).parameters().encoded();
        for (String bytes : List.of("%ED%A0%80", "%FF", "%C0%AF", "%F5%80%80%80", "%E2%82", "%00", "%", "%zz")) {
            for (String name : List.of("claims", "state", "nonce", "x")) {
                assertShown(post(valid + "&" + name + "2=" + bytes));
            }
        }
    }

    private Answer post(String encoded) {
        return new UserAgent()
                .send(HttpRequest.newBuilder(server.endpoint("/api/oidc/authorization"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded)));
    }

    private static AuthorizationRequest withClaims(String claims) {
        return AuthorizationRequest.valid(TestClients.CONF_BASIC).with("claims", claims);
    }

    private Answer get(AuthorizationRequest request) {
        return new UserAgent().get(request.on(server));
    }

    private void assertRedirectedOrShown(Answer answer, AuthorizationRequest request) {
        if (answer.status() == 400) {
            assertShown(answer);
        } else {
            assertRedirected(answer, request, "invalid_request", server);
        }
    }
}
