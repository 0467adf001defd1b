package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.Flavour;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.ServerSettings;
import org.ostiary.it.server.Servers;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** A person leaves a group, and a policy becomes stricter, while there are sessions, codes and tokens. */
class LostRightsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern REVOKED =
            Pattern.compile("Grants revoked, because their owners may not use the clients any more: ([0-9]+)");

    /** For the group staff. */
    private static final TestClient CREW = TestClients.REFRESHING;
    /** For everybody, at first with a password alone. */
    private static final TestClient EVERYBODY = TestClients.SPA_REFRESHING;

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "S06, S36: sessions live on, but codes, refresh and access tokens are over at once, with their number in the log")
    void endsWhatLostItsRight() throws Exception {
        writeAccounts("staff");
        writePolicies("one_factor");
        ServerSettings settings = ServerSettings.standard()
                .with("oidc.accounts-file", directory.resolve("users.yml").toString())
                .with("oidc.config", directory.resolve("ostiary.properties").toString())
                .with("oidc.lifespans.authorize-code", "10m")
                .with("oidc.client." + CREW.id() + ".authorization-policy", "crew")
                .with("oidc.client." + EVERYBODY.id() + ".authorization-policy", "everybody");
        try (OstiaryServer server = Servers.fresh(Flavour.MICRO_H2, settings)) {
            server.start();
            Journey alice = new Journey(server);
            RelyingParty crew = new RelyingParty(server, CREW);
            RelyingParty everybody = new RelyingParty(server, EVERYBODY);
            Tokens ofCrew = crew.tokensFor(alice, TestAccounts.ALICE, crew.validRequest());
            Tokens ofEverybody = everybody.tokensFor(alice, TestAccounts.ALICE, everybody.validRequest());
            AuthorizationRequest pending = crew.validRequest();
            String code = alice.authorize(pending, TestAccounts.ALICE).code();
            tellsWhomToAsk(server);

            server.stop();
            writeAccounts("dev");
            writePolicies("two_factor");
            server.start();

            assertThat(crew.redemption(pending, code).send().error()).isEqualTo("invalid_grant");
            assertOver(crew, ofCrew);
            assertOver(everybody, ofEverybody);
            assertThat(error(alice, crew)).isEqualTo("access_denied");
            assertThat(error(alice, everybody)).isEqualTo("login_required");
            assertThat(alice.open(crew.validRequest()).hasElement("forbidden-back"))
                    .isTrue();
            assertThat(Journey.isLogin(alice.open(everybody.validRequest())))
                    .as("a password just typed, before a first factor is enrolled")
                    .isTrue();
            assertThat(revoked(server)).as("seconds later, for good").isEqualTo(3);
            server.stop();
            assertThat(reasons(server))
                    .containsExactly(
                            "the client now demands a second factor",
                            "the policy denies the person the client",
                            "the policy denies the person the client");
        }
    }

    private static void tellsWhomToAsk(OstiaryServer server) {
        Journey bob = new Journey(server);
        Answer page = bob.logIn(
                bob.open(AuthorizationRequest.valid(CREW)), TestAccounts.BOB.username(), TestAccounts.BOB.password());
        assertThat(page.textsOf("forbidden-contacts", "bdi")).containsExactly("helpdesk@example.org");
        assertThat(page.body()).contains("href=\"mailto:helpdesk@example.org\"");
        HtmlForm form = page.form();
        Answer forged =
                bob.browser().post(form.action(), form.press("forbidden-back").with("form-token", "x"));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.textsOf("forbidden-contacts", "bdi")).containsExactly("helpdesk@example.org");
        Answer back = bob.browser().post(form.action(), form.press("forbidden-back"));
        assertThat(bob.arrived(bob.follow(back)).error()).isEqualTo("access_denied");
        assertThat(bob.arrived(bob.post(AuthorizationRequest.valid(CREW).with("prompt", "none")))
                        .error())
                .as("a POST shows no page either")
                .isEqualTo("access_denied");
    }

    private static void assertOver(RelyingParty party, Tokens tokens) {
        assertThat(party.refresh(tokens.member("refresh_token")).send().error()).isEqualTo("invalid_grant");
        assertThat(party.userinfo(tokens.accessToken()).status()).isEqualTo(401);
    }

    private static String error(Journey journey, RelyingParty party) {
        return journey.arrived(journey.open(party.validRequest().with("prompt", "none")))
                .error();
    }

    /** Those of the tests, with alice in another group. */
    private void writeAccounts(String group) throws IOException {
        String text = Files.readString(TestAccounts.file());
        int at = text.indexOf("- 'staff'");
        Files.writeString(
                directory.resolve("users.yml"),
                text.substring(0, at) + "- '" + group + "'" + text.substring(at + "- 'staff'".length()));
    }

    private void writePolicies(String demand) throws IOException {
        Files.writeString(directory.resolve("ostiary.properties"), """
                oidc.policy.crew.default-policy=deny
                oidc.policy.crew.contacts=helpdesk@example.org
                oidc.policy.crew.rules[0].policy=one_factor
                oidc.policy.crew.rules[0].subject=group:staff
                oidc.policy.everybody.default-policy=%s
                """.formatted(demand));
    }

    /** As many as the log names, when those of the account and of the client are among them. */
    private static int revoked(OstiaryServer server) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        int revoked = 0;
        while (revoked < 3 && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            revoked = REVOKED.matcher(server.logSinceStart())
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .sum();
        }
        return revoked;
    }

    private static List<String> reasons(OstiaryServer server) throws SQLException {
        List<String> reasons = new ArrayList<>();
        try (Connection database = server.openDatabase();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select reason from audit_record where event = 'grant_revoked' order by reason")) {
            while (rows.next()) {
                reasons.add(rows.getString(1));
            }
        }
        return reasons;
    }
}
