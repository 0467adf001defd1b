package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;

/** What a refusal looks like from outside, in the three ways there are: shown, redirected, answered to a program. */
public final class Refusals {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:href|src|action|content)\\s*=\\s*[\"']?([^\"'\\s>]+)");
    private static final List<String> TOKEN_MEMBERS = List.of("access_token", "id_token", "refresh_token");

    private Refusals() {}

    /** A page of the provider with a 4xx status that leads nowhere else. */
    public static void assertShown(Answer answer) {
        assertThat(answer.status()).as("status of %s", answer).isBetween(400, 499);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("Refresh")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContainIgnoringCase("http-equiv=\"refresh\"");
        Matcher addresses = ADDRESS.matcher(answer.body());
        while (addresses.find()) {
            String address = addresses.group(1);
            assertThat(address).as("an address in %s", answer).doesNotMatch("(?i)([a-z][a-z0-9+.-]*:|//|\\\\\\\\).*");
        }
        assertThat(answer.body()).doesNotContain("ost_ac_");
        assertHasRequestId(answer);
    }

    /** A redirect to the client with this error, the state as it was sent, and the issuer. */
    public static void assertRedirected(
            Answer answer, AuthorizationRequest request, String error, OstiaryServer server) {
        assertThat(answer.status()).as("%s", answer).isIn(302, 303);
        Callback callback = new Callback(answer.location(), answer.redirectParameters(), answer);
        assertRedirected(callback, request, error, server);
    }

    /** A response of the client's redirect URI with this error, the state as it was sent, and the issuer. */
    public static void assertRedirected(
            Callback callback, AuthorizationRequest request, String error, OstiaryServer server) {
        assertThat(withoutQuery(callback.address())).isEqualTo(request.value("redirect_uri"));
        assertThat(callback.parameters().find("error")).as("%s", callback).hasValue(error);
        assertThat(callback.parameters().find("state"))
                .isEqualTo(request.parameters().find("state"));
        assertThat(callback.parameters().find("iss")).hasValue(server.issuer().toString());
        assertThat(callback.parameters().names()).doesNotContain("code").doesNotContainAnyElementsOf(TOKEN_MEMBERS);
    }

    /** An error of the token endpoint (RFC 6749, section 5.2). */
    public static void assertTokenError(Answer answer, String... codes) {
        assertJsonError(answer, codes);
        assertThat(answer.status()).isEqualTo(answer.error().equals("invalid_client") ? 401 : 400);
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(answer.json().keySet()).doesNotContainAnyElementsOf(TOKEN_MEMBERS);
    }

    /** A JSON error with one of these codes; with no codes, any. */
    public static void assertJsonError(Answer answer, String... codes) {
        assertThat(answer.status()).as("%s", answer).isBetween(400, 599);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.json()).containsKeys("error", "error_description");
        assertThat(String.valueOf(answer.json().get("error_description")))
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*");
        if (codes.length > 0) {
            assertThat(answer.error()).as("%s", answer).isIn((Object[]) codes);
        }
        assertHasRequestId(answer);
    }

    /** The access token is worth nothing any more. */
    public static void assertDead(OstiaryServer server, String accessToken) {
        Answer answer = bearer(server, accessToken);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
    }

    /** The access token works. */
    public static void assertAlive(OstiaryServer server, String accessToken) {
        assertThat(bearer(server, accessToken).status()).isEqualTo(200);
    }

    private static Answer bearer(OstiaryServer server, String accessToken) {
        return new UserAgent()
                .send(HttpRequest.newBuilder(server.endpoint("/api/oidc/userinfo"))
                        .header("Authorization", "Bearer " + accessToken));
    }

    private static void assertHasRequestId(Answer answer) {
        assertThat(answer.header("X-Request-Id").orElse("")).as("%s", answer).isNotBlank();
        assertThat(answer.body()).contains(answer.header("X-Request-Id").orElseThrow());
    }

    private static String withoutQuery(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
