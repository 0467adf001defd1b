package org.ostiary.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.it.security.Refusals.assertRedirected;
import static org.ostiary.it.security.Refusals.assertShown;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.it.http.Answer;
import org.ostiary.it.http.AuthorizationRequest;
import org.ostiary.it.http.Callback;
import org.ostiary.it.http.Journey;
import org.ostiary.it.http.UserAgent;
import org.ostiary.it.server.OnEveryServer;
import org.ostiary.it.server.OstiaryServer;
import org.ostiary.it.server.TestAccounts;
import org.ostiary.it.server.TestClients;

/** How the authorization endpoint answers (RFC 6749, section 4.1; RFC 9207; OIDC Core 1.0, section 3.1.2). */
@OnEveryServer
class AuthorizationResponseIT {
    private final OstiaryServer server;

    AuthorizationResponseIT(OstiaryServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("S02, RFC 9207 2: code, state and iss arrive by 303, and nothing else")
    void answersByRedirect() {
        AuthorizationRequest request = request().with("state", "a b+c%20&=\u00E4\u20AC\uD83D\uDE00~");
        Callback callback = signedIn().authorize(request, TestAccounts.BOB);
        assertThat(callback.answer().status()).isEqualTo(303);
        assertThat(callback.parameters().names()).containsExactly("code", "state", "iss", "session_state");
        assertThat(callback.parameters().require("state")).isEqualTo(request.value("state"));
        assertThat(callback.parameters().require("iss"))
                .isEqualTo(server.issuer().toString());
        assertThat(callback.code()).startsWith("ost_ac_").hasSizeGreaterThanOrEqualTo(50);
        assertThat(callback.answer().header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(callback.answer().header("Cache-Control")).hasValue("no-store");
    }

    @Test
    @DisplayName("S02: without a state there is none in the answer")
    void inventsNoState() {
        Callback callback = signedIn().authorize(request().without("state"), TestAccounts.BOB);
        assertThat(callback.parameters().names()).containsExactly("code", "iss", "session_state");
        Callback empty = signedIn().authorize(request().with("state", ""), TestAccounts.BOB);
        assertThat(empty.parameters().names()).containsExactly("code", "iss", "session_state");
    }

    @Test
    @DisplayName("S02: a query that the registered address has is kept, and the answer appended")
    void usesTheRegisteredAddress() {
        AuthorizationRequest request = AuthorizationRequest.valid(TestClients.CONF_BASIC)
                .with("redirect_uri", "https://rp.test/app/cb")
                .with("prompt", "none");
        Answer answer = new UserAgent().get(request.on(server));
        assertThat(answer.location().toString()).startsWith("https://rp.test/app/cb?error=login_required&");
        assertRedirected(answer, request, "login_required", server);
    }

    @Test
    @DisplayName("S02, SameSite=Lax: a POST from another site, which brings no cookie, keeps the person logged in")
    void keepsThePersonLoggedInAfterAPost() {
        Journey journey = signedIn();
        AuthorizationRequest request = request();
        Answer stored = new UserAgent()
                .send(HttpRequest.newBuilder(server.endpoint("/api/oidc/authorization"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "https://rp.test")
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                request.parameters().encoded())));
        assertThat(stored.status()).isEqualTo(303);
        assertThat(stored.location().getPath()).isEqualTo("/api/oidc/authorization/resume");
        assertThat(stored.header("Set-Cookie")).isEmpty();

        Callback callback = journey.arrived(journey.open(stored.location()));
        assertThat(callback.code()).isNotEmpty();
        assertThat(callback.parameters().require("state")).isEqualTo(request.value("state"));

        Answer again = journey.open(stored.location());
        assertThat(again.status()).as("the one answer was given").isEqualTo(400);
        assertThat(again.body()).doesNotContain("ost_ac_");
    }

    @Test
    @DisplayName("S25, OIDC Core 3.1.2.6: prompt=none never shows a page, by GET and by POST")
    void showsNoPageForPromptNone() {
        AuthorizationRequest anonymous = request().with("prompt", "none");
        assertRedirected(new Journey(server).open(anonymous), anonymous, "login_required", server);
        assertRedirected(new Journey(server).post(anonymous), anonymous, "login_required", server);
        assertThat(signedIn().authorize(anonymous, TestAccounts.BOB).code()).isNotEmpty();
        AuthorizationRequest unconsented =
                AuthorizationRequest.valid(TestClients.EXPLICIT_CONSENT).with("prompt", "none");
        assertRedirected(signedIn().open(unconsented), unconsented, "consent_required", server);
        for (String prompt : List.of("none login", "login none", "nonsense", "NONE")) {
            AuthorizationRequest wrong = request().with("prompt", prompt);
            assertRedirected(signedIn().open(wrong), wrong, "invalid_request", server);
        }
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.6: what is not supported is said so, by redirect")
    void refusesRegistrations() {
        AuthorizationRequest request = request().with("registration", "{}");
        assertRedirected(new UserAgent().get(request.on(server)), request, "registration_not_supported", server);
    }

    @Test
    @DisplayName("RFC 9101 6: what is no request object is shown, because nothing says where to tell it")
    void showsWhatIsNoRequestObject() {
        assertShown(new UserAgent()
                .get(request().with("request", "eyJhbGciOiJub25lIn0.e30.").on(server)));
        assertShown(new UserAgent()
                .get(request().with("request_uri", "https://rp.test/r").on(server)));
    }

    @Test
    @DisplayName("S02, OIDC Core 3.1.2.6: an unsupported response_mode is shown, not redirected")
    void showsUnsupportedResponseModes() {
        for (String mode : List.of("fragment", "jwt", "web_message", "query.jwt", "QUERY", "garbage")) {
            assertShown(
                    new UserAgent().get(request().with("response_mode", mode).on(server)));
        }
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: unknown parameters and unknown displays are ignored")
    void ignoresWhatItDoesNotKnow() {
        AuthorizationRequest request = request()
                .with("ui_locales", "xx-YY de")
                .with("display", "hologram")
                .with("acr_values", "urn:x")
                .with("foo", "bar");
        assertThat(signedIn().authorize(request, TestAccounts.BOB).code()).isNotEmpty();
    }

    private static AuthorizationRequest request() {
        return AuthorizationRequest.valid(TestClients.IMPLICIT_CONSENT);
    }

    private Journey signedIn() {
        Journey journey = new Journey(server);
        journey.authorize(request(), TestAccounts.BOB);
        return journey;
    }
}
