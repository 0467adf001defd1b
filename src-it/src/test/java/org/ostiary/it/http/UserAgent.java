package org.ostiary.it.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A browser without scripts: keeps cookies for one host and follows nothing by itself. Not for concurrent use; take one
 * for each person.
 */
public final class UserAgent {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Asks for a page. */
    public Answer get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    /** Sends a form. */
    public Answer post(URI address, Parameters form) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
    }

    /** Sends any request, with this browser's cookies, and keeps the cookies of the answer. */
    public Answer send(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookieHeader());
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            Answer answer = new Answer(response.uri(), response.statusCode(), response.headers(), response.body());
            ErrorAnswers.ofThisRun().remember(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of a cookie; the prefix {@code __Host-} may be left out. */
    public Optional<String> cookie(String name) {
        String found = cookies.get(name);
        return Optional.ofNullable(found != null ? found : cookies.get("__Host-" + name));
    }

    /** Puts a cookie into the jar, as an attacker would. */
    public UserAgent plant(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Throws all cookies away. */
    public UserAgent forget() {
        cookies.clear();
        return this;
    }

    /** All cookies, by name. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** Another browser with the same cookies, as a second tab has at this moment. */
    public UserAgent copy() {
        UserAgent other = new UserAgent();
        other.cookies.putAll(cookies);
        return other;
    }

    /** The Cookie header that is sent now; empty when there are none. */
    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String setCookie) {
        int end = setCookie.indexOf(';');
        String pair = end < 0 ? setCookie : setCookie.substring(0, end);
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals).strip();
        String value = pair.substring(equals + 1).strip();
        boolean removed = value.isEmpty() || setCookie.toLowerCase(Locale.ROOT).contains("max-age=0");
        if (removed) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
