package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestClients;

/** Rubbish of many kinds, the same in each run, sent to every endpoint: refused in order, never a failure of ours. */
@OnEveryServer
class FuzzIT {
    private static final int REQUESTS = 10_000;
    /** Elsewhere the code is the same, and the time better spent. */
    private static final int REQUESTS_ELSEWHERE = 1_000;

    private static final int RAW_REQUESTS = 300;
    private static final String CANARY = "canary-7f3e-never-to-be-seen";
    private static final Pattern DESCRIPTION = Pattern.compile("\"error_description\":\"([^\"]*)\"");
    private static final Pattern ALLOWED = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*");
    private static final List<String> ENDPOINTS = List.of(
            "/api/oidc/authorization",
            "/api/oidc/authorization/resume",
            "/api/oidc/token",
            "/api/oidc/userinfo",
            "/api/oidc/introspection",
            "/api/oidc/revocation",
            "/api/oidc/pushed-authorization-request",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server",
            "/jwks.json",
            "/login.xhtml",
            "/consent.xhtml",
            "/logout.xhtml",
            "/setup.xhtml",
            "/health/live");
    private static final List<String> NAMES = List.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "state",
            "nonce",
            "prompt",
            "max_age",
            "claims",
            "request",
            "request_uri",
            "resource",
            "audience",
            "code_challenge",
            "code_challenge_method",
            "grant_type",
            "code",
            "code_verifier",
            "refresh_token",
            "token",
            "token_type_hint",
            "client_secret",
            "client_assertion",
            "client_assertion_type",
            "access_token",
            "interaction",
            "form-token",
            "username",
            "password",
            "decision");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH");

    private final OstiaryServer server;
    private final Random random = new Random(20_261_125);
    private final List<Supplier<String>> values = List.of(
            () -> "",
            () -> CANARY,
            () -> "x".repeat(random.nextInt(300)),
            () -> "x".repeat(9_000),
            () -> "code",
            () -> "id_token",
            () -> "authorization_code",
            () -> "refresh_token",
            () -> "client_credentials",
            () -> TestClients.all()
                    .get(random.nextInt(TestClients.all().size()))
                    .id(),
            () -> TestClients.CONF_BASIC.redirectUri(),
            () -> "openid profile offline_access",
            () -> "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            () -> "urn:ietf:params:oauth:request_uri:" + random.nextLong(),
            () -> "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzcGEifQ.",
            () -> "eyJhbGciOiJSUzI1NiIsImtpZCI6Ii4uLy4uLyJ9.e30.AAAA",
            () -> "{\"userinfo\":{\"email\":" + "[".repeat(random.nextInt(60)) + "}}",
            () -> "{\"id_token\":{\"sub\":{\"value\":\"x\"}}}",
            () -> "' or 1=1; drop table client --",
            () -> "<script>alert(1)</script>",
            () -> "${jndi:ldap://127.0.0.1:1/x}#{1+1}",
            () -> "../../etc/passwd",
            () -> "\r\nSet-Cookie: a=b",
            () -> "\u0000\u0001\uFFFD\u202E\uD83D\uDE00",
            () -> String.valueOf(random.nextLong()),
            () -> "-1",
            () -> "1e309",
            () -> "https://127.0.0.1/" + random.nextInt());

    FuzzIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("10,000 requests of rubbish: no 500, no trace of our code, no secret, allowed characters only")
    void refusesRubbishInOrder() {
        boolean main = server == Servers.shared(Flavour.MICRO_H2);
        for (int each = 0; each < (main ? REQUESTS : REQUESTS_ELSEWHERE); each++) {
            HttpRequest.Builder request = request();
            Answer answer = new UserAgent().send(request);
            assertInOrder(answer.status(), answer.body(), request.build().toString());
            answer.header("Location").ifPresent(to -> assertThat(to).doesNotContain("\n", "\r"));
        }
        assertThat(server.logSinceStart()).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("Bytes that are no HTTP, or hardly: the server answers or hangs up, and goes on")
    void survivesBytes() {
        for (int each = 0; each < RAW_REQUESTS; each++) {
            String text = bytes();
            RawAnswer answer = RawHttp.exchange(server.port(), text);
            assertInOrder(answer.status(), answer.body(), text);
        }
        assertThat(server.ready()).isTrue();
    }

    private HttpRequest.Builder request() {
        String path = pick(ENDPOINTS);
        String method = random.nextInt(3) == 0 ? pick(METHODS) : "POST";
        Parameters form = Parameters.none();
        int count = random.nextInt(12);
        for (int each = 0; each < count; each++) {
            form = form.adding(pick(NAMES), pick(values).get());
        }
        boolean body = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        String target = body ? path : path + "?" + form.encoded();
        HttpRequest.Builder request = HttpRequest.newBuilder(server.endpoint(target))
                .method(
                        method,
                        body
                                ? HttpRequest.BodyPublishers.ofString(form.encoded())
                                : HttpRequest.BodyPublishers.noBody());
        if (body) {
            request.header(
                    "Content-Type", random.nextInt(10) == 0 ? "application/json" : "application/x-www-form-urlencoded");
        }
        return withHeaders(request);
    }

    private HttpRequest.Builder withHeaders(HttpRequest.Builder request) {
        switch (random.nextInt(6)) {
            case 0 -> request.header("Authorization", "Basic " + Integer.toHexString(random.nextInt()));
            case 1 -> request.header("Authorization", TokenRequest.basic("conf-basic", CANARY));
            case 2 -> request.header("Authorization", "Bearer " + CANARY);
            case 3 -> request.header("Cookie", "__Host-session=" + CANARY + "; session=" + CANARY);
            default -> request.header("Accept", random.nextBoolean() ? "text/html" : "*/*");
        }
        return request;
    }

    private String bytes() {
        String head = pick(METHODS) + " " + pick(ENDPOINTS) + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n";
        byte[] noise = new byte[1 + random.nextInt(200)];
        random.nextBytes(noise);
        String rubbish = new String(noise, StandardCharsets.ISO_8859_1);
        return switch (random.nextInt(4)) {
            case 0 -> rubbish + "\r\n\r\n";
            case 1 -> head + "X-Noise: " + rubbish.replaceAll("[\\r\\n]", "") + "\r\nConnection: close\r\n\r\n";
            case 2 ->
                head + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + rubbish.length()
                        + "\r\nConnection: close\r\n\r\n" + rubbish;
            default ->
                head.replaceFirst(" HTTP", "?" + rubbish.replaceAll("[\\s]", "%") + " HTTP")
                        + "Connection: close\r\n\r\n";
        };
    }

    private static void assertInOrder(int status, String body, String request) {
        assertThat(status).as(request).isLessThan(500);
        assertThat(body).as(request).doesNotContain("Exception", "at org.", "at java.", "jakarta.", "Payara", CANARY);
        Matcher description = DESCRIPTION.matcher(body);
        if (description.find()) {
            assertThat(description.group(1)).as(request).matches(ALLOWED);
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
