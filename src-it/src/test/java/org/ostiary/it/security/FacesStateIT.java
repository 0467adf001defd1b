package org.ostiary.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.HtmlForm;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.Parameters;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** Pages keep no state of Faces, so what is sent as such is neither read, nor unpacked, nor shown (W20). */
@OnEveryServer
class FacesStateIT {
    private static final String STATE = "jakarta.faces.ViewState";
    /** How a serialised Java object begins, in Base64 and as GZIP. */
    private static final List<String> STATES = List.of(
            "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==",
            "H4sIAAAAAAAAAFvzloG1uIjBJSuxLFGvtCQzR88jsTjDN7GAAQgAAAAAAA==",
            "-8273645546372819:6453728190",
            "stateless",
            "",
            "\"><script>alert(1)</script>",
            "A".repeat(7_000));

    private static final Map<String, String> PARTIAL = Map.of(
            "jakarta.faces.partial.ajax", "true",
            "jakarta.faces.source", "\"><script>alert(1)</script>",
            "jakarta.faces.partial.execute", "@all",
            "jakarta.faces.partial.render", "@all",
            "jakarta.faces.behavior.event", "action",
            "jakarta.faces.ClientWindow", "\"><script>alert(1)</script>");

    private final OstiaryServer server;

    FacesStateIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("W20: a state that is forged, foreign or unreadable is refused or counts as little as none")
    void readsNoState() {
        Journey journey = new Journey(server);
        Answer login = journey.open(AuthorizationRequest.valid(TestClients.CONF_BASIC));
        SoftAssertions all = new SoftAssertions();
        for (String state : STATES) {
            Answer answer = journey.browser()
                    .post(login.form().action(), typed(login, "wrong").with(STATE, state));
            all.assertThat(answer.status()).as(state).isIn(200, 400);
            all.assertThat(answer.body())
                    .doesNotContain("<script>alert", "rO0AB", "AAAAAAAA", "ViewExpired", "Exception");
            login = Journey.isLogin(answer) ? answer : journey.open(AuthorizationRequest.valid(TestClients.CONF_BASIC));
        }
        all.assertAll();
    }

    @Test
    @DisplayName("W20: the fields of scripted requests neither change what a form does nor come back as markup")
    void takesNoPartialRequest() {
        Journey journey = new Journey(server);
        Answer login = journey.open(AuthorizationRequest.valid(TestClients.CONF_BASIC));
        Parameters form = typed(login, "wrong");
        for (Map.Entry<String, String> field : PARTIAL.entrySet()) {
            form = form.with(field.getKey(), field.getValue());
        }
        Answer partial = journey.browser().post(login.form().action(), form);
        assertThat(partial.status()).as(partial.body()).isIn(200, 400);
        assertThat(partial.body()).doesNotContain("<script>alert", "Exception", "partial-response");
        Answer asked = journey.browser()
                .get(server.endpoint("/login.xhtml?jakarta.faces.partial.ajax=true&jakarta.faces.ViewState=rO0ABXNy"));
        assertThat(asked.body()).doesNotContain("Exception", "partial-response");
        Answer again = journey.open(AuthorizationRequest.valid(TestClients.CONF_BASIC));
        Answer consent = journey.logIn(again, "bob", TestAccounts.BOB.password());
        assertThat(Journey.isLogin(consent)).isFalse();
    }

    private static Parameters typed(Answer login, String password) {
        HtmlForm form = login.form();
        return form.fill("username", "bob").fill("password", password).press("login-submit");
    }
}
