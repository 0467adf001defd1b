package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.server.CallbackListener;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** A client that names itself to deceive is shown as text of its own, short, and with the address it really has. */
class HostileMetadataIT {
    private final OstiaryServer server = OwnServers.belowAPath();
    private final Journey journey = new Journey(server);

    @Test
    @DisplayName("G10: its name is escaped, isolated from the text around it, without turning characters, and clipped")
    void showsTheNameAsText() {
        Answer login = journey.open(
                server.endpoint("/api/oidc/authorization?" + request().encoded()));
        assertHarmless(login);
        Answer consent = journey.logIn(login, "bob", TestAccounts.BOB.password());
        assertThat(Journey.isConsent(consent)).as("%s", consent).isTrue();
        assertHarmless(consent);
        assertThat(consent.body())
                .as("the host that it really goes to")
                .containsPattern("<bdi[^>]*id=\"redirect-host\"[^>]*>127\\.0\\.0\\.1");
        assertThat(consent.body()).doesNotContain("<img");
    }

    private static void assertHarmless(Answer page) {
        assertThat(page.bodyWithoutOwnScript())
                .containsPattern("<bdi[^>]*id=\"client-name\"[^>]*>&lt;script&gt;")
                .doesNotContain("<script")
                .doesNotContainPattern("<[^>]*onmouseover")
                .contains("#{1+1}")
                .doesNotContain("W".repeat(150));
        for (String turning : List.of("\u202E", "\u202C", "\u2066", "\u2069")) {
            assertThat(page.body()).doesNotContain(turning);
        }
    }

    private static Parameters request() {
        return AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("client_id", OwnServers.HOSTILE_CLIENT)
                .with("redirect_uri", CallbackListener.shared().callback())
                .parameters();
    }
}
