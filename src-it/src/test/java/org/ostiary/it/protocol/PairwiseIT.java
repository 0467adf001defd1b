package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClient;
import org.ostiary.it.server.TestClients;

/** Clients know a person by the name of their sector (OIDC Core 1.0, section 8). */
@OnEveryServer
class PairwiseIT {
    private final OstiaryServer server;
    private final Journey journey;

    PairwiseIT(OstiaryServer server) {
        this.server = server;
        this.journey = new Journey(server);
    }

    @Test
    @DisplayName("S20: clients of one host share the sub, and other hosts and public clients have others")
    void givesASubForEachSector() {
        String sub = sub(journey, TestClients.PAIRWISE, TestAccounts.BOB);
        assertThat(sub(journey, TestClients.PAIRWISE_NEIGHBOUR, TestAccounts.BOB))
                .isEqualTo(sub);
        assertThat(List.of(
                        sub,
                        sub(journey, TestClients.PAIRWISE_FAR, TestAccounts.BOB),
                        sub(journey, TestClients.IMPLICIT_CONSENT, TestAccounts.BOB)))
                .doesNotHaveDuplicates();
        assertThat(sub(new Journey(server), TestClients.PAIRWISE, TestAccounts.BOB))
                .as("at another login")
                .isEqualTo(sub);
        assertThat(sub(new Journey(server), TestClients.PAIRWISE, TestAccounts.ALICE))
                .as("of another person")
                .isNotEqualTo(sub);
    }

    /** What ID token and userinfo agree on. */
    private String sub(Journey person, TestClient client, TestAccount account) {
        RelyingParty application = new RelyingParty(server, client);
        Tokens tokens = application.tokensFor(person, account, application.validRequest());
        Object sub = application.verifiedIdToken(tokens).get("sub");
        assertThat(application.userinfo(tokens.accessToken()).json()).containsEntry("sub", sub);
        assertThat(String.valueOf(sub)).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        return String.valueOf(sub);
    }
}
