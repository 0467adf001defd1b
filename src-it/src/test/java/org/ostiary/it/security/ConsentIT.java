package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Nothing is given to an application before the person saw what, to whom, and as whom, and said yes. */
@OnEveryServer
class ConsentIT {
    private final OstiaryServer server;

    ConsentIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("G01: the page names the application, where it lives, the account, and each thing asked for")
    void showsWhatIsAsked() {
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT).with("scope", "openid email groups");
        Answer page = consentPage(new Journey(server), request);
        assertThat(page.body())
                .contains("Test client explicit-consent")
                .contains("127.0.0.1")
                .contains(">bob<")
                .containsPattern("<label for=\"allow-email\">\\s*<span>[^<]*mail")
                .containsPattern("<label for=\"allow-groups\">\\s*<span>[^<]*[Gg]roups")
                .contains("whether your email address was verified");
        assertThat(page.form().ticked("allow-email")).isTrue();
        assertThat(page.form().disabled("allow-openid")).as("nothing to decide").isTrue();
        assertThat(page.form().disabled("allow-groups")).isFalse();
        assertThat(page.body().split("<li\\b", -1)).as("three scopes").hasSize(4);
        assertThat(page.header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(page.header("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    @DisplayName("G01, RFC 6749 4.1.2.1: a denial is told to the application, and nothing is remembered")
    void honoursADenial() {
        Journey journey = new Journey(server);
        AuthorizationRequest request =
                AuthorizationRequest.valid(TestClients.CONF_POST).with("scope", "openid groups");
        Answer away = journey.deny(consentPage(journey, request));
        assertRedirected(away, request, "access_denied", server);
        assertThat(away.status()).isEqualTo(303);

        AuthorizationRequest again =
                AuthorizationRequest.valid(TestClients.CONF_POST).with("scope", "openid groups");
        assertThat(Journey.isConsent(journey.open(again))).isTrue();
        AuthorizationRequest silent = again.with("prompt", "none");
        assertRedirected(journey.open(silent), silent, "consent_required", server);
    }

    @Test
    @DisplayName("G01: a page that is closed decides nothing")
    void decidesNothingByItself() {
        Journey journey = new Journey(server);
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT);
        consentPage(journey, request);

        AuthorizationRequest silent =
                AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT).with("prompt", "none");
        assertRedirected(journey.open(silent), silent, "consent_required", server);
        assertThat(Journey.isConsent(journey.open(request))).isTrue();
    }

    @Test
    @DisplayName("G01: what was allowed is asked again for more, and the known part is marked")
    void asksForWhatIsNew() {
        Journey journey = new Journey(server);
        AuthorizationRequest first =
                AuthorizationRequest.valid(TestClients.CONF_BASIC).with("scope", "openid");
        Answer page = open(journey, first);
        if (Journey.isConsent(page)) {
            page = journey.allow(page);
        }
        assertThat(journey.arrived(page).parameters().find("code")).isPresent();
        AuthorizationRequest same =
                AuthorizationRequest.valid(TestClients.CONF_BASIC).with("scope", "openid");
        assertThat(journey.arrived(journey.open(same)).parameters().find("code"))
                .isPresent();

        AuthorizationRequest more = AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("scope", "openid profile email groups")
                .with("prompt", "consent");
        Answer asked = journey.open(more);
        assertThat(Journey.isConsent(asked)).isTrue();
        assertThat(asked.body()).contains("<li class=\"known\">");
    }

    private Answer consentPage(Journey journey, AuthorizationRequest request) {
        Answer page = open(journey, request);
        assertThat(Journey.isConsent(page)).as("%s", page).isTrue();
        return page;
    }

    private static Answer open(Journey journey, AuthorizationRequest request) {
        Answer login = journey.open(request);
        return journey.logIn(login, "bob", TestAccounts.BOB.password());
    }
}
