package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestClients;

/** Signed authorization responses (JWT Secured Authorization Response Mode). */
@OnEveryServer
class JarmIT {
    private final OstiaryServer server;
    private final RelyingParty application;
    private final Journey journey;

    JarmIT(OstiaryServer server) {
        this.server = server;
        this.application = new RelyingParty(server, TestClients.HYBRID);
        this.journey = SignedIn.bob(server);
    }

    @Test
    @DisplayName("JARM 2.1, 2.3: one token with everything in it, in the query, the fragment or a form; its code works")
    void signsTheAnswer() {
        for (String mode : List.of("jwt", "query.jwt", "fragment.jwt", "form_post.jwt")) {
            AuthorizationRequest request = application.validRequest().with("response_mode", mode);
            Parameters response = response(journey.open(request), mode);
            assertThat(response.names()).as(mode).containsExactly("response");
            Map<String, Object> claims = application.verifiedResponse(response.require("response"));
            assertThat(claims.keySet())
                    .containsExactlyInAnyOrder("iss", "aud", "exp", "code", "state", "session_state");
            assertThat(claims).containsEntry("state", request.value("state"));
            application.redemption(request, String.valueOf(claims.get("code"))).tokens();
        }
    }

    @Test
    @DisplayName("JARM 2.3.4: jwt means the fragment where there is an ID token")
    void signsTheAnswerInTheFragment() {
        AuthorizationRequest request = application
                .validRequest()
                .with("response_type", "code id_token")
                .with("response_mode", "jwt");
        Parameters response = journey.open(request).fragmentParameters();
        assertThat(application.verifiedResponse(response.require("response"))).containsKeys("code", "id_token");
    }

    @Test
    @DisplayName("JARM 2.1: an error is signed too")
    void signsErrors() {
        AuthorizationRequest request =
                application.validRequest().with("response_mode", "jwt").with("prompt", "none");
        Parameters response = new Journey(server).open(request).redirectParameters();
        assertThat(response.names()).containsExactly("response");
        assertThat(application.verifiedResponse(response.require("response")))
                .containsEntry("error", "login_required")
                .containsEntry("state", request.value("state"));
    }

    private Parameters response(Answer answer, String mode) {
        return switch (mode) {
            case "fragment.jwt" -> answer.fragmentParameters();
            case "form_post.jwt" -> journey.arrived(answer).parameters();
            default -> answer.redirectParameters();
        };
    }
}
