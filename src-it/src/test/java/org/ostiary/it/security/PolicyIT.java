package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** A client that is for the group staff only, which alice belongs to and bob does not. */
@OnEveryServer
class PolicyIT {

    private final Journey journey;
    private final AuthorizationRequest request = AuthorizationRequest.valid(TestClients.STAFF);

    PolicyIT(OstiaryServer server) {

        this.journey = new Journey(server);
    }

    @Test
    @DisplayName("S36: who belongs to the group gets in")
    void letsTheGroupIn() {
        assertThat(journey.authorize(request, TestAccounts.ALICE).code()).isNotEmpty();
    }

    @Test
    @DisplayName("S36: who does not is told which application it is, never asked for consent, and taken back")
    void tellsOthers() {
        Answer page = logIn(TestAccounts.BOB);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.hasElement("forbidden-back")).isTrue();
        assertThat(page.hasElement("consent-allow")).isFalse();
        assertThat(page.body()).contains("For the staff").contains(">bob<");
        HtmlForm form = page.form();
        Callback callback =
                journey.arrived(journey.follow(journey.browser().post(form.action(), form.press("forbidden-back"))));
        assertThat(callback.parameters().require("error")).isEqualTo("access_denied");
        assertThat(callback.parameters().require("state")).isEqualTo(request.value("state"));
    }

    @Test
    @DisplayName("S36, G02: a forged form takes nobody back")
    void refusesAForgedForm() {
        HtmlForm form = logIn(TestAccounts.BOB).form();
        Answer refused = journey.browser()
                .post(form.action(), form.press("forbidden-back").with("form-token", "x"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.hasElement("forbidden-error")).isTrue();
    }

    @Test
    @DisplayName("S06, F24: with prompt=none it is access_denied at once")
    void tellsAtOnce() {
        logIn(TestAccounts.BOB);
        Callback callback = journey.arrived(journey.open(request.with("prompt", "none")));
        assertThat(callback.parameters().require("error")).isEqualTo("access_denied");
    }

    private Answer logIn(TestAccount account) {
        return journey.logIn(journey.open(request), account.username(), account.password());
    }
}
