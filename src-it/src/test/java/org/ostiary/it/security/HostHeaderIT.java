package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** The issuer is configuration: no header of a request changes an address that is answered. */
@OnEveryServer
class HostHeaderIT {
    private static final List<String> PATHS = List.of(
            "/",
            "/.well-known/openid-configuration",
            "/jwks.json",
            "/login.xhtml",
            "/assets",
            "/nope",
            "/api/oidc/token");

    private final OstiaryServer server;
    private final String host;

    HostHeaderIT(OstiaryServer server) {
        this.server = server;
        this.host = "localhost:" + server.port();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "evil.test:%d",
                "localhost.evil.test:%d",
                "localhost",
                "localhost:1",
                "localhost:80",
                "evil.test, localhost:%d",
                "127.0.0.1.nip.io:%d"
            })
    @DisplayName("W04: a request for another host is refused, and its name is nowhere in the answer")
    void refusesOtherHosts(String name) {
        String foreign = name.formatted(server.port());
        for (String path : PATHS) {
            RawAnswer answer = get(path, "Host: " + foreign);
            assertThat(answer.status()).as(path).isIn(400, 421);
            assertThat(answer.head() + answer.body())
                    .doesNotContain("evil.test")
                    .doesNotContain("nip.io");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:x",
                "localhost:%d:1",
                "localhost:%d@evil.test",
                "evil.test@localhost:%d",
                "[",
                "a b"
            })
    @DisplayName("W04: a host that is none gets nothing of ours")
    void refusesBrokenHosts(String name) {
        for (String path : PATHS) {
            RawAnswer answer = get(path, "Host: " + name.formatted(server.port()));
            // Payara's parser fails on some of these before any application and answers 200 without a word.
            boolean empty = answer.body().isEmpty() && !answer.head().contains("X-Request-Id");
            assertThat(answer.status())
                    .as("%s with %s", path, answer.head())
                    .isIn(empty ? List.of(200, 400) : List.of(400, 421));
            assertThat(answer.head() + answer.body())
                    .doesNotContain("evil.test")
                    .doesNotContain("\r\nLocation:");
        }
    }

    @Test
    @DisplayName("W04, RFC 9112 3.2: two Host headers, or none, are refused")
    void refusesSeveralHosts() {
        String own = "Host: " + host;
        assertThat(get("/jwks.json", own).status()).isEqualTo(200);
        assertThat(get("/jwks.json", own + "\r\nHost: evil.test").status()).isEqualTo(400);
        assertThat(get("/jwks.json", "Host: evil.test\r\n" + own).status()).isEqualTo(400);
        assertThat(get("/jwks.json", own + "\r\n" + own).status()).isEqualTo(400);
        assertThat(get("/jwks.json", "X-None: 1").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("W04: the absolute form of a request counts like a Host header")
    void refusesForeignAbsoluteForms() {
        assertThat(get("http://" + host + "/jwks.json", "Host: " + host).status())
                .isEqualTo(200);
        for (String target : List.of("http://evil.test/jwks.json", "https://evil.test/", "http://evil.test/assets")) {
            for (String name : List.of(host, "evil.test")) {
                RawAnswer answer = get(target, "Host: " + name);
                assertThat(answer.status()).isIn(400, 421);
                assertThat(answer.head() + answer.body()).doesNotContain("evil.test");
            }
        }
    }

    @Test
    @DisplayName("W04: forwarded headers of somebody who is no configured proxy change nothing")
    void ignoresForwardedHeadersOfStrangers() {
        String plain = "Host: " + host;
        for (String path : List.of("/.well-known/openid-configuration", "/", "/login.xhtml")) {
            RawAnswer expected = get(path, plain);
            for (String header : forwardedToEvil()) {
                RawAnswer answer = get(path, plain + "\r\n" + header);
                assertThat(answer.status()).isEqualTo(expected.status());
                assertThat(answer.head() + answer.body())
                        .doesNotContain("evil.test")
                        .doesNotContain("https://localhost");
            }
        }
        String authorize = "/api/oidc/authorization?"
                + AuthorizationRequest.valid(TestClients.CONF_BASIC)
                        .parameters()
                        .encoded();
        for (String header : forwardedToEvil()) {
            RawAnswer answer = get(authorize, plain + "\r\n" + header);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.head())
                    .containsPattern("\r\nLocation: (http://" + host + ")?/login\\.xhtml\\?")
                    .doesNotContainIgnoringCase("Domain=");
        }
    }

    @Test
    @DisplayName("W04: a configured proxy may name the issuer's host, and no other")
    void believesAProxyOnlyTheOwnHost() {
        Proxied browser = new Proxied(OwnServers.behindAProxy());
        String metadata = browser.get("/.well-known/openid-configuration").body();
        assertThat(metadata).contains("\"issuer\":\"" + Proxied.ISSUER + "\"");
        assertThat(browser.get("/.well-known/openid-configuration", "X-Forwarded-Host: " + Proxied.HOST)
                        .body())
                .isEqualTo(metadata);
        for (String header : forwardedToEvil()) {
            Answer answer = browser.get("/.well-known/openid-configuration", header);
            assertThat(answer.status()).isIn(200, 421);
            assertThat(answer.status() == 421 || answer.body().equals(metadata))
                    .as(header)
                    .isTrue();
        }
        assertThat(browser.get("/jwks.json", "X-Forwarded-Host: evil.test").status())
                .isEqualTo(421);
    }

    private static List<String> forwardedToEvil() {
        return List.of(
                "X-Forwarded-Host: evil.test",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /evil.test",
                "X-Forwarded-Server: evil.test",
                "X-Original-URL: /evil.test",
                "X-Forwarded-Port: 1",
                "Forwarded: for=1.2.3.4;host=evil.test;proto=https");
    }

    private RawAnswer get(String target, String headers) {
        return RawHttp.exchange(
                server.port(), "GET " + target + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }
}
