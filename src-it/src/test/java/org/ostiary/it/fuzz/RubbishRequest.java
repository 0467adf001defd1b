package org.ostiary.it.fuzz;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Supplier;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClient;

/** Well-formed HTTP with everything wrong inside. */
final class RubbishRequest {
    /** A server may close the connection on longer heads without a word. */
    private static final int LONGEST_QUERY = 5_000;

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded;charset=utf-16",
            "application/jwt",
            "x/",
            "/");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Content-Encoding",
            "Cookie",
            "DPoP",
            "Forwarded",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Origin",
            "Access-Control-Request-Method",
            "Range",
            "Sec-Fetch-Site",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Request-Id");

    private final Chance chance;
    private final Rubbish rubbish;
    private final OstiaryServer server;

    private RubbishRequest(OstiaryServer server, Chance chance) {
        this.server = server;
        this.chance = chance;
        this.rubbish = new Rubbish(chance);
    }

    /** The request of this number. */
    static HttpRequest.Builder of(OstiaryServer server, int number) {
        return new RubbishRequest(server, new Chance(number)).request();
    }

    private HttpRequest.Builder request() {
        String path = chance.of(Rubbish.ENDPOINTS);
        String method = chance.oneIn(4) ? chance.of(Rubbish.METHODS) : chance.of(List.of("GET", "POST", "POST"));
        boolean inBody = List.of("POST", "PUT", "PATCH").contains(method);
        HttpRequest.Builder request = inBody ? withBody(path, method) : withQuery(path, method);
        if (chance.oneIn(2)) {
            request.header("Authorization", authorization());
        }
        int headers = chance.below(4);
        for (int each = 0; each < headers; each++) {
            request.header(chance.of(HEADERS), headerValue());
        }
        return request;
    }

    private HttpRequest.Builder withBody(String path, String method) {
        boolean form = !chance.oneIn(6);
        String body = form ? rubbish.form().encoded() : rubbish.object() + rubbish.value();
        String target = chance.oneIn(20) ? path + "?a=b" : path;
        return HttpRequest.newBuilder(server.endpoint(target))
                .method(method, BodyPublishers.ofString(chance.oneIn(30) ? body.repeat(200) : body))
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : chance.of(CONTENT_TYPES));
    }

    private HttpRequest.Builder withQuery(String path, String method) {
        String query = rubbish.form().encoded();
        String target = query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY / 6) : query;
        // What is cut within an escape would be no address.
        String whole = target.replaceAll("%[0-9A-F]?$", "");
        return HttpRequest.newBuilder(server.endpoint(path + (whole.isEmpty() ? "" : "?" + whole)))
                .method(method, BodyPublishers.noBody());
    }

    private String authorization() {
        TestClient client = rubbish.client();
        String secret = client.secret();
        List<Supplier<String>> kinds = List.of(
                () -> "Basic " + Integer.toHexString(chance.below(1_000_000)),
                () -> TokenRequest.basic(client.id(), Rubbish.CANARY),
                () -> TokenRequest.basic(client.id(), secret == null ? "" : secret),
                () -> TokenRequest.basic(client.id(), secret == null ? "" : secret),
                () -> "Bearer " + Rubbish.CANARY,
                () -> "Bearer " + rubbish.token(),
                () -> "bearer  x",
                () -> "DPoP x",
                () -> "Negotiate");
        return printable(chance.made(kinds));
    }

    private String headerValue() {
        List<Supplier<String>> kinds = List.of(
                () -> "*/*",
                () -> "text/html;q=2",
                () -> "same-origin",
                () -> "null",
                () -> "W/\"" + chance.number(),
                () -> "bytes=0-,-1",
                () -> "ostiary-session=" + Rubbish.CANARY + "; ostiary-session=x; \"",
                rubbish::value);
        return printable(chance.made(kinds));
    }

    /** What a header may hold; the rest is sent as bytes elsewhere. */
    private static String printable(String value) {
        String visible = value.replaceAll("[^\\x20-\\x7E]", "?").strip();
        return visible.length() > 1_000 ? visible.substring(0, 1_000) : visible;
    }
}
