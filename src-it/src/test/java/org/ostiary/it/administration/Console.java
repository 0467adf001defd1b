package org.ostiary.it.administration;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClient;

/** Programs that administer a server, and the people behind them. */
final class Console {
    static final String PATH = "/api/admin/v1";
    static final String OTHER_API = "https://api.test";

    /** Asks for two factors. */
    static final TestClient STRONG = console("console").with("authorization-policy", "two_factor");
    /** Is content with one, and has refresh tokens. */
    static final TestClient WEAK = console("weak-console").with("grant-types", "authorization_code,refresh_token");
    /** Administers by itself. */
    static final TestClient ROBOT = robot("robot").with("administration-role", "admin");
    /** Reads by itself. */
    static final TestClient WATCHER = robot("watcher").with("administration-role", "auditor");
    /** May get the scope and is marked for nothing. */
    static final TestClient UNMARKED = robot("unmarked");

    private final OstiaryServer server;

    Console(OstiaryServer server) {
        this.server = server;
    }

    private static TestClient console(String id) {
        return TestClient.confidential(
                        id,
                        "secret-of-" + id + "-p3o4i5u6y7t8",
                        "client_secret_basic",
                        CallbackListener.shared().callback())
                .with("scopes", "openid,offline_access,ostiary:admin,ostiary:audit")
                .with("audience", "http://localhost:{port}" + PATH + "," + OTHER_API)
                .with("consent-mode", "implicit");
    }

    private static TestClient robot(String id) {
        return TestClient.confidential(id, "secret-of-" + id + "-w2e3r4t5y6u7", "client_secret_basic")
                .with("grant-types", "client_credentials")
                .with("scopes", "ostiary:admin,ostiary:audit")
                .with("audience", "http://localhost:{port}" + PATH);
    }

    /** A server with those clients, and people of the roles in the file that is written there. */
    static ServerSettings settings(Path directory) throws IOException {
        Path file = directory.resolve("people.yml");
        String digest =
                Files.readString(TestAccounts.file()).split("password: '", 2)[1].split("'", 2)[0];
        StringBuilder people = new StringBuilder("users:\n");
        person(people, "ada", digest, "administrators");
        person(people, "olga", digest, "administrators");
        person(people, "otto", digest, "auditors");
        person(people, "una", digest, "people");
        person(people, "victor", digest, "people");
        person(people, "nora", digest, "people");
        Files.writeString(file, people);
        return ServerSettings.standard()
                .with("oidc.accounts-file", file.toString())
                .with("oidc.administration.auditors", "auditors")
                .withAll(STRONG.keys())
                .withAll(WEAK.keys())
                .withAll(ROBOT.keys())
                .withAll(WATCHER.keys())
                .withAll(UNMARKED.keys());
    }

    private static void person(StringBuilder people, String name, String digest, String group) {
        people.append("""
                  %s:
                    displayname: '%s'
                    password: '%s'
                    email: '%s@example.org'
                    groups: ['%s']
                """.formatted(name, name, digest, name, group));
    }

    /** One of the people in that file. */
    static TestAccount person(String name) {
        return new TestAccount(name, TestAccounts.ALICE.password());
    }

    String audience() {
        return server.issuer() + PATH;
    }

    /** What a person gets who signs in for these scopes and this resource server. */
    String token(TestClient client, String person, String scope, String resource) {
        RelyingParty party = new RelyingParty(server, client);
        AuthorizationRequest request = party.validRequest().with("scope", scope).with("resource", resource);
        return party.tokensFor(new Journey(server), person(person), request).accessToken();
    }

    /** What a client gets for itself. */
    String ownToken(TestClient client, String scope) {
        Parameters form = Parameters.none()
                .with("grant_type", "client_credentials")
                .with("scope", scope)
                .with("resource", audience());
        return TokenRequest.of(server, form).as(client).tokens().accessToken();
    }

    Answer get(String token, String path) {
        return ask("GET", token, path, null);
    }

    Answer post(String token, String path, String body) {
        return ask("POST", token, path, body);
    }

    /** Changes what is as it was looked at. */
    Answer change(String method, String token, String path, @Nullable String body, String seen) {
        return ask(method, token, path, body, seen);
    }

    /** Asks for an operation; {@code token} and {@code body} may be missing. */
    Answer ask(String method, @Nullable String token, String path, @Nullable String body) {
        return ask(method, token, path, body, null);
    }

    private Answer ask(
            String method, @Nullable String token, String path, @Nullable String body, @Nullable String seen) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.endpoint(PATH + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (seen != null) {
            request.header("If-Match", seen);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return new UserAgent().send(request);
    }
}
