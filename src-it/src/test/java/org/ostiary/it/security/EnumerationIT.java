package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A refused login tells nothing about the account. */
@OnEveryServer
class EnumerationIT {
    private final OstiaryServer server;

    EnumerationIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("F05: unknown, disabled and existing accounts get the same page, whatever the password")
    void answersAlike() {
        Refused wrongPassword = refused("bob", "wrong");
        for (Attempt attempt : List.of(
                new Attempt("nobody", "wrong"),
                new Attempt("carol", "wrong"),
                new Attempt("carol", TestAccounts.CAROL.password()),
                new Attempt("alice", TestAccounts.BOB.password()),
                new Attempt("alice", "x".repeat(500)),
                new Attempt("no'body\"<x>", "wrong"))) {
            assertThat(refused(attempt.username(), attempt.password()))
                    .as(attempt.username())
                    .isEqualTo(wrongPassword);
        }
        assertThat(wrongPassword.page()).contains("id=\"login-alert\"");
    }

    private Refused refused(String username, String password) {
        Journey journey = new Journey(server);
        Answer login = journey.open(AuthorizationRequest.valid(TestClients.CONF_BASIC));
        Answer answer = journey.logIn(login, username, password);
        // What the passkey form brings is random and new each time.
        String page = answer.body().replaceAll("(data-challenge|name=\"key-token\" value)=\"[^\"]*\"", "$1");
        for (String own : List.of(
                answer.form().parameters().require("interaction"),
                answer.form().parameters().require("form-token"),
                answer.header("X-Request-Id").orElseThrow(),
                username,
                username.replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;"))) {
            page = page.replace("\"" + own + "\"", "\"\"").replace(">" + own + "<", "><");
        }
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("x-request-id", "date", "content-length"));
        return new Refused(
                answer.status(),
                headers,
                page,
                journey.browser().cookies().keySet().toString());
    }

    private record Attempt(String username, String password) {}

    private record Refused(int status, Map<String, List<String>> headers, String page, String cookies) {}
}
