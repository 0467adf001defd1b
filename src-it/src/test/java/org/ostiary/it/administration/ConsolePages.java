package org.ostiary.it.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts.TestAccount;

/** The pages below {@code /admin} in the browser of one person. */
final class ConsolePages {
    static final String COOKIE = "ostiary-administration";

    private static final Path DOCUMENTATION = Path.of("../docs/administration.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(GET|POST) (/admin[a-z/-]*)` \\| (admin|auditor) \\|");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"client-secret\">([^<]+)<");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    private final OstiaryServer server;
    private final Journey journey;

    ConsolePages(OstiaryServer server) {
        this.server = server;
        this.journey = new Journey(server);
    }

    /** A page or a change, as the documentation has it. */
    record Row(String method, String path, boolean adminOnly) {}

    static List<Row> table() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENTATION))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3).equals("admin")))
                .toList();
    }

    /** Goes to the overview and signs in there with two factors; answers the page that this ends at. */
    Answer signIn(TestAccount account) {
        Answer page = journey.logIn(journey.open(server.endpoint("/admin")), account.username(), account.password());
        if (Journey.isEnrolment(page)) {
            return journey.enrol(page, account);
        }
        return Journey.isSecondFactor(page) ? journey.recover(page, account) : page;
    }

    /** Goes there and types the password, no more. */
    Answer signInWithOneFactor(TestAccount account) {
        return journey.logIn(journey.open(server.endpoint("/admin")), account.username(), account.password());
    }

    UserAgent browser() {
        return journey.browser();
    }

    Answer get(String path) {
        return browser().get(server.endpoint(path));
    }

    Answer post(String path, Parameters form) {
        return browser().post(server.endpoint(path), form);
    }

    /** Sends a form as those with a file are (RFC 7578). */
    Answer upload(String path, Map<String, String> form) {
        String boundary = "----boundary-of-a-browser";
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + (name.equals("file") ? "\"; filename=\"export.json\"\r\nContent-Type: application/json" : "\"")
                + "\r\n\r\n" + value + "\r\n"));
        body.append("--" + boundary + "--\r\n");
        return browser()
                .send(HttpRequest.newBuilder(server.endpoint(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer ask(Row row) {
        return row.method().equals("GET")
                ? get(row.path())
                : post(row.path(), Parameters.none().with("account", "x"));
    }

    static String formToken(Answer page) {
        return found(FORM_TOKEN, page);
    }

    /** The state that a form changes. */
    static String seen(Answer page) {
        return found(SEEN, page);
    }

    /** The secret that a page shows this once. */
    static String secret(Answer page) {
        return found(SECRET, page);
    }

    private static String found(Pattern pattern, Answer page) {
        Matcher found = pattern.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    /** Whether the browser is sent to sign in. */
    boolean signsIn(Answer answer) {
        return answer.redirects() && isAuthorization(answer.location());
    }

    private boolean isAuthorization(URI address) {
        return address.toString().startsWith(server.endpoint("/api/oidc/authorization") + "?");
    }

    void signOut() {
        Answer page = get("/logout.xhtml");
        browser().post(page.form().action(), page.form().press("logout-confirm"));
    }
}
