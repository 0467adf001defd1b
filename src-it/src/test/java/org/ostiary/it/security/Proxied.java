package org.ostiary.it.security;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RawHttp;
import org.ostiary.it.http.RawHttp.RawAnswer;
import org.ostiary.it.server.OstiaryServer;

/** A browser at the other side of a proxy that ends TLS: speaks to the server under the issuer's name, keeps cookies. */
final class Proxied {
    static final String HOST = "id.example.test";
    static final String ISSUER = "https://" + HOST;

    private final OstiaryServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> setCookies = new ArrayList<>();

    Proxied(OstiaryServer server) {
        this.server = server;
    }

    /** Asks for a path, with these further header lines. */
    Answer get(String target, String... headers) {
        return send("GET " + target, "", headers);
    }

    /** Sends a form, with these further header lines. */
    Answer post(String target, Parameters form, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        return send("POST " + target, form.encoded(), all.toArray(String[]::new));
    }

    /** Goes where a redirect leads, as long as that is the provider. */
    Answer follow(Answer first) {
        Answer answer = first;
        while (answer.redirects() && HOST.equals(answer.location().getHost())) {
            URI next = answer.location();
            answer = get(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()));
        }
        return answer;
    }

    /** Every Set-Cookie that came, as it was sent. */
    List<String> setCookies() {
        return List.copyOf(setCookies);
    }

    private Answer send(String methodAndTarget, String body, String... headers) {
        StringBuilder request = new StringBuilder(methodAndTarget + " HTTP/1.1\r\nHost: " + HOST + "\r\n");
        Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
        if (!cookies.isEmpty()) {
            List<String> pairs = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .toList();
            request.append("Cookie: ").append(String.join("; ", pairs)).append("\r\n");
        }
        request.append("Content-Length: ")
                .append(body.length())
                .append("\r\nConnection: close\r\n\r\n")
                .append(body);
        RawAnswer raw = RawHttp.exchange(server.port(), request.toString());
        Answer answer = new Answer(
                URI.create(ISSUER + methodAndTarget.split(" ", 2)[1]), raw.status(), headers(raw.head()), raw.body());
        answer.headerValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private static HttpHeaders headers(String head) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String line : head.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("HTTP/")) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).strip();
                all.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return HttpHeaders.of(all, (name, value) -> true);
    }

    private void keep(String setCookie) {
        setCookies.add(setCookie);
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
