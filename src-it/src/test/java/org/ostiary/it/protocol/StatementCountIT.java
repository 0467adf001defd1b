package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.TokenRequest;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.protocol.StatementLog.Work;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** What each request may cost the database: the budget of the architecture page, counted by the database itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountIT {
    private final StatementLog database = StatementLog.start();
    private final OstiaryServer server = Servers.fresh(
            Flavour.MICRO_H2,
            ServerSettings.standard()
                    .withAll(database.configuration())
                    // The clean-up would ask every half minute whether it is time.
                    .with("oidc.clean-up-interval", "0s"));
    private final RelyingParty application = new RelyingParty(server, TestClients.CONF_BASIC);
    private final Journey journey = new Journey(server);

    @BeforeAll
    void logIn() {
        server.start();
        // Consent is remembered, the connection pool is warm, and every kind of statement was prepared once.
        for (int i = 0; i < 3; i++) {
            String token = token();
            application.userinfo(token);
            introspect(token);
            revoke(token);
        }
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    @Test
    @DisplayName("Discovery and keys: no statement")
    void servesDocumentsFromMemory() {
        UserAgent agent = new UserAgent();
        Work work = database.during(() -> List.of(
                        "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", "/jwks.json")
                .forEach(path ->
                        assertThat(agent.get(server.endpoint(path)).status()).isEqualTo(200)));
        assertThat(work.statements()).isEmpty();
    }

    @Test
    @DisplayName("Authorize with a session and consent: at most five statements, one commit")
    void authorizes() {
        AuthorizationRequest request = application.validRequest();
        Work work = database.during(
                () -> assertThat(journey.arrived(journey.open(request)).code()).isNotEmpty());
        assertThat(work.statements()).hasSizeBetween(2, 5);
        assertThat(work.commits()).as("of %s", work).hasSize(1);
        assertThat(work.statements())
                .as("the code is written")
                .anyMatch(sql -> sql.matches("(?i)insert into authorization_code.*"));
    }

    @Test
    @DisplayName("Code redemption: at most six statements, one commit")
    void redeems() {
        AuthorizationRequest request = application.validRequest();
        String code = journey.arrived(journey.open(request)).code();
        TokenRequest redemption = application.redemption(request, code);
        Work work = database.during(() -> redemption.tokens());
        assertThat(work.statements()).hasSizeBetween(2, 6);
        assertThat(work.commits()).as("of %s", work).hasSize(1);
        assertThat(work.statements())
                .as("single use is one statement")
                .anyMatch(sql -> sql.matches("(?i)update authorization_code.*"));
    }

    @Test
    @DisplayName("Userinfo: at most two statements, no commit")
    void tellsClaims() {
        String token = token();
        Work work = database.during(
                () -> assertThat(application.userinfo(token).status()).isEqualTo(200));
        assertThat(work.statements()).hasSizeBetween(1, 2);
        assertThat(work.commits()).as("of %s", work).isEmpty();
    }

    @Test
    @DisplayName("Introspection: at most two statements, no commit; for an unknown token, too")
    void introspects() {
        String token = token();
        Work work = database.during(() -> assertThat(introspect(token).body()).contains("\"active\":true"));
        assertThat(work.statements()).hasSizeBetween(1, 2);
        assertThat(work.commits()).as("of %s", work).isEmpty();
        Work unknown = database.during(() -> assertThat(introspect("x").body()).contains("\"active\":false"));
        assertThat(unknown.statements()).hasSizeBetween(1, 2);
        assertThat(unknown.commits()).as("of %s", unknown).isEmpty();
    }

    @Test
    @DisplayName("Revocation: at most three statements, one commit")
    void revokes() {
        String token = token();
        Work work = database.during(() -> assertThat(revoke(token).status()).isEqualTo(200));
        assertThat(work.statements()).hasSizeBetween(2, 3);
        assertThat(work.commits()).as("of %s", work).hasSize(1);
    }

    @Test
    @DisplayName("Refresh: at most six statements, one commit")
    void refreshes() {
        RelyingParty refreshing = new RelyingParty(server, TestClients.REFRESHING);
        String token = refreshing
                .tokensFor(journey, TestAccounts.ALICE, refreshing.validRequest())
                .member("refresh_token");
        String warm = refreshing.refresh(token).tokens().member("refresh_token");
        TokenRequest refresh = refreshing.refresh(warm);
        Work work = database.during(() -> refresh.tokens());
        assertThat(work.statements()).hasSizeBetween(3, 6);
        assertThat(work.commits()).as("of %s", work).hasSize(1);
        assertThat(work.statements())
                .as("single use is one statement")
                .anyMatch(sql -> sql.matches("(?i)update refresh_token.*"));
    }

    @Test
    @DisplayName("Client credentials: two statements, one commit")
    void letsClientsActForThemselves() {
        TokenRequest request = TokenRequest.of(server, Parameters.none().with("grant_type", "client_credentials"))
                .as(TestClients.MACHINE);
        request.tokens();
        Work work = database.during(() -> request.tokens());
        assertThat(work.statements()).hasSize(2);
        assertThat(work.commits()).as("of %s", work).hasSize(1);
    }

    private String token() {
        return application
                .tokensFor(journey, TestAccounts.ALICE, application.validRequest())
                .accessToken();
    }

    private Answer introspect(String token) {
        return about(token).sendTo("/api/oidc/introspection");
    }

    private Answer revoke(String token) {
        return about(token).sendTo("/api/oidc/revocation");
    }

    private TokenRequest about(String token) {
        return TokenRequest.of(server, Parameters.none().with("token", token)).as(TestClients.CONF_BASIC);
    }
}
