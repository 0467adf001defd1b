package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Nobody is logged out by another site. */
@OnEveryServer
class ForcedLogoutIT {
    private final OstiaryServer server;

    ForcedLogoutIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("F01, L03: a request that comes without the cookie, as another site's does, takes no cookie away")
    void leavesTheCookie() {
        Parameters form = Parameters.none().with("decision", "confirm").with("form-token", "x");
        for (Answer answer : List.of(
                new UserAgent().get(server.endpoint("/logout.xhtml")),
                new UserAgent().post(server.endpoint("/logout.xhtml"), form))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headerValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    @DisplayName("F01, L03: a form without its token, or from another origin, ends no session")
    void endsNoSession() {
        Journey journey = new Journey(server);
        journey.authorize(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT), TestAccounts.BOB);
        Parameters form = journey.open(server.endpoint("/logout.xhtml")).form().press("logout-confirm");
        Journey attacker = SignedIn.bob(server);
        String theirs = attacker.open(server.endpoint("/logout.xhtml"))
                .form()
                .parameters()
                .require("form-token");

        for (Parameters forged :
                List.of(form.without("form-token"), form.with("form-token", "x"), form.with("form-token", theirs))) {
            assertThat(journey.browser()
                            .post(server.endpoint("/logout.xhtml"), forged)
                            .status())
                    .isEqualTo(403);
        }
        for (String origin : List.of("https://evil.test", "null")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.endpoint("/logout.xhtml"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", origin)
                    .POST(HttpRequest.BodyPublishers.ofString(form.encoded()));
            assertThat(journey.browser().send(request).status()).isEqualTo(403);
        }
        Answer still = journey.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT));
        assertThat(journey.arrived(still).code()).isNotEmpty();
    }
}
