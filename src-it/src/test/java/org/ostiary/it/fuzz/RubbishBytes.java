package org.ostiary.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Bytes that are no HTTP, or hardly. */
final class RubbishBytes {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String END = "Connection: close\r\n\r\n";

    private final Chance chance;
    private final int port;

    private RubbishBytes(int port, Chance chance) {
        this.port = port;
        this.chance = chance;
    }

    /** The bytes of this number, as ISO-8859-1. */
    static String of(int port, int number) {
        return new RubbishBytes(port, new Chance(number)).text();
    }

    private String text() {
        List<Supplier<String>> kinds = List.of(
                () -> noise(200) + "\r\n\r\n",
                () -> noise(20) + " " + path() + " HTTP/1.1\r\n" + host() + END,
                () -> "GET " + path() + "?" + line(200) + " HTTP/1.1\r\n" + host() + END,
                () -> "GET " + path() + "/" + line(30) + " HTTP/1.1\r\n" + host() + END,
                () -> "GET " + path() + "?a=%" + "%zz%u0041%c0%ae" + " HTTP/1.1\r\n" + host() + END,
                () -> "GET " + path() + "?x=" + "y".repeat(9_000 + chance.below(20_000)) + " HTTP/1.1\r\n" + host()
                        + END,
                () -> "GET " + path() + " HTTP/" + chance.below(12) + "." + chance.below(12) + "\r\n" + host() + END,
                () -> "GET http://other.test" + path() + " HTTP/1.1\r\n" + host() + END,
                () -> head("X-Noise: " + line(200) + "\r\n") + END,
                () -> head(line(60) + ": x\r\n") + END,
                () -> head(host()) + END,
                () -> head("Host: " + line(40) + "\r\n") + END,
                () -> head("X-Many: y\r\n".repeat(200)) + END,
                () -> head("Authorization: Basic " + line(60) + "\r\n") + END,
                () -> head("Cookie: " + line(200) + "\r\n") + END,
                () -> head(FORM + "Content-Length: " + chance.number() + "\r\n") + END + noise(50),
                () -> head(FORM + "Content-Length: 4\r\nContent-Length: 5\r\n") + END + noise(5),
                () -> head(FORM + "Content-Length: 400\r\n") + END + noise(100),
                this::formOfNoise,
                this::formOfNoise,
                () -> head(FORM + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n") + END + noise(20),
                () -> head(FORM + "Transfer-Encoding: chunked\r\n") + END + chance.below(999) + "\r\n" + noise(20),
                () -> head(FORM + "Transfer-Encoding: " + line(10) + "\r\n") + END + noise(20),
                () -> head("Content-Type: " + line(60) + "\r\nContent-Length: 3\r\n") + END + "a=b",
                () -> head("Expect: 100-continue\r\nContent-Length: 3\r\n" + FORM) + END,
                () -> head("Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n") + "Connection: Upgrade\r\n\r\n");
        return chance.made(kinds);
    }

    private String formOfNoise() {
        String body = noise(300);
        return head(FORM + "Content-Length: " + body.length() + "\r\n") + END + body;
    }

    /** The start of a request, up to the last of its headers. */
    private String head(String headers) {
        return chance.of(Rubbish.METHODS) + " " + path() + " HTTP/1.1\r\n" + host() + headers;
    }

    private String host() {
        return "Host: localhost:" + port + "\r\n";
    }

    private String path() {
        return chance.of(Rubbish.ENDPOINTS);
    }

    private String noise(int most) {
        return new String(chance.bytes(1 + chance.below(most)), StandardCharsets.ISO_8859_1);
    }

    private String line(int most) {
        return noise(most).replaceAll("[\\r\\n]", "?");
    }
}
