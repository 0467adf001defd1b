package org.ostiary.it.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClient;

/**
 * A request for the token endpoint, or one like it. Immutable: break one thing with {@link #with} or {@link #without}, or a header with
 * {@link #withHeader}.
 *
 * @param server whom to ask
 * @param parameters the form
 * @param headers the headers besides Content-Type
 */
public record TokenRequest(OstiaryServer server, Parameters parameters, Map<String, String> headers) {
    /** Any form without client authentication. */
    public static TokenRequest of(OstiaryServer server, Parameters parameters) {
        return new TokenRequest(server, parameters, Map.of());
    }

    /** This request with one parameter set or replaced. */
    public TokenRequest with(String name, String value) {
        return new TokenRequest(server, parameters.with(name, value), headers);
    }

    /** This request with a parameter once more. */
    public TokenRequest adding(String name, String value) {
        return new TokenRequest(server, parameters.adding(name, value), headers);
    }

    /** This request without one parameter. */
    public TokenRequest without(String name) {
        return new TokenRequest(server, parameters.without(name), headers);
    }

    /** This request with a header set or replaced. */
    public TokenRequest withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new TokenRequest(server, parameters, more);
    }

    /** This request without the header. */
    public TokenRequest withoutHeader(String name) {
        Map<String, String> rest = new LinkedHashMap<>(headers);
        rest.remove(name);
        return new TokenRequest(server, parameters, rest);
    }

    /** This request authenticated as a client says it does; a previous authentication is removed. */
    public TokenRequest as(TestClient client) {
        TokenRequest anonymous =
                withoutHeader("Authorization").without("client_secret").without("client_id");
        String secret = client.secret();
        if (secret == null) {
            return anonymous.with("client_id", client.id());
        }
        return switch (client.method()) {
            case "client_secret_post" ->
                anonymous.with("client_id", client.id()).with("client_secret", secret);
            default -> anonymous.withBasic(client.id(), secret);
        };
    }

    /** This request with client_secret_basic, form-encoded as RFC 6749, section 2.3.1 asks. */
    public TokenRequest withBasic(String clientId, String secret) {
        return withHeader("Authorization", basic(clientId, secret));
    }

    /** Sends it. */
    public Answer send() {
        return sendTo("/api/oidc/token");
    }

    /** Sends it to another endpoint, where clients authenticate in the same way. */
    public Answer sendTo(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.endpoint(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(parameters.encoded()));
        headers.forEach(request::setHeader);
        return new UserAgent().send(request);
    }

    /** Sends it and reads the tokens; fails when it is refused. */
    public Tokens tokens() {
        return Tokens.read(send());
    }

    /** The request as bytes for {@link RawHttp}. */
    public byte[] raw() {
        return raw("/api/oidc/token");
    }

    /** The same for another endpoint. */
    public byte[] raw(String path) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        String body = parameters.encoded();
        head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The value of an Authorization header for client_secret_basic. */
    public static String basic(String clientId, String secret) {
        String pair = URLEncoder.encode(clientId, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
