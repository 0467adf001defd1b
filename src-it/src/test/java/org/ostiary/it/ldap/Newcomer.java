package org.ostiary.it.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.RelyingParty;
import org.ostiary.it.http.Tokens;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts.TestAccount;
import org.ostiary.it.server.TestClients;

/** Somebody at a server who has no session there, with what they type. */
record Newcomer(OstiaryServer server, String username, String password) {

    /** What an application is told about them; they must get in. */
    Map<String, Object> userinfo() {
        RelyingParty application = new RelyingParty(server, TestClients.CLAIMS);
        Tokens tokens = application.tokensFor(
                new TestAccount(username, password),
                AuthorizationRequest.valid(TestClients.CLAIMS).with("scope", "openid profile email groups"));
        return application.userinfo(tokens.accessToken()).json();
    }

    /** The page that refuses them; nobody is logged in. */
    Answer refused() {
        Journey journey = new Journey(server);
        Answer login = journey.open(AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT));
        Answer answer = journey.logIn(login, username, password);
        assertThat(journey.browser().cookie("ostiary-session")).as(username).isEmpty();
        assertThat(answer.body()).contains("id=\"login-alert\"");
        return answer;
    }
}
