package org.ostiary.ejb.admin.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.AdminRefusal.Kind;
import org.ostiary.ejb.admin.door.DoorEntry.Admitted;
import org.ostiary.ejb.admin.door.DoorEntry.SignIn;
import org.ostiary.ejb.config.AdministrationClient;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.client.AudienceMode;
import org.ostiary.ejb.protocol.client.ClientAudience;

@DisplayName("The door of the administration's pages")
class PagesDoorServiceTest {

    private static final String ISSUER = "https://id.example.org";

    private final RunningProvider provider = RunningProvider.emptied();
    private final PagesDoorService service = provider.service(PagesDoorService.class);
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String alice = provider.addAccount("alice");

    PagesDoorServiceTest() {
        provider.configure(SampleClient.publicClient()
                .called(AdministrationClient.ID)
                .withRedirectUris(ISSUER + AdministrationClient.REDIRECT_PATH)
                .withScopes("openid", "ostiary:admin")
                .with(new ClientAudience(Set.of(ISSUER + "/api/admin/v1"), AudienceMode.EXPLICIT)));
        groups("administrators");
    }

    @Test
    @DisplayName(
            "Whoever signed in with two factors is let in, comes back to where they wanted, and is judged anew each time")
    void letsIn() {
        SignIn begun = begin("/admin/keys");
        DoorOpened opened = service.finish(answer(begun, "pwd otp mfa"), begun.attempt(), FACTS);
        assertThat(opened.path()).isEqualTo("/admin/keys");
        assertThat(entered(opened.cookie())).isEqualTo("account:" + alice + " ADMIN");
        assertThat(provider.audited("admin_sign_in")).isOne();

        groups("people");
        assertThatThrownBy(() -> enter(opened.cookie()))
                .isInstanceOfSatisfying(
                        AdminRefusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_ALLOWED));
        groups("administrators");
        assertThat(entered(opened.cookie())).endsWith("ADMIN");
        provider.database().execute("update login_session set ended_at = 1, end_reason = 'x'");
        assertThat(enter(opened.cookie())).as("signed out anywhere").isInstanceOf(SignIn.class);
    }

    @Test
    @DisplayName("RFC 9470 3: one factor is too weak, whatever the policy of the client let happen")
    void demandsTwoFactors() {
        SignIn begun = begin("/admin");
        SignInAnswer weak = answer(begun, "pwd");
        assertThat(kind(weak, begun.attempt())).isEqualTo(Kind.TOO_WEAK);
        SignIn again = begin("/admin");
        DoorOpened opened = service.finish(answer(again, "pwd otp mfa"), again.attempt(), FACTS);
        provider.database().execute("update oauth_grant set amr = 'pwd'");
        assertThat(enter(opened.cookie())).isInstanceOf(SignIn.class);
    }

    @Test
    @DisplayName("RFC 6749 10.12, RFC 9207 2.4: an answer of another browser, issuer or sign-in is not redeemed")
    void refusesForeignAnswers() {
        SignIn begun = begin("/admin");
        SignInAnswer right = answer(begun, "pwd otp mfa");
        assertThat(kind(right, null)).isEqualTo(Kind.NOT_AUTHENTICATED);
        assertThat(kind(right, begin("/admin").attempt())).isEqualTo(Kind.NOT_AUTHENTICATED);
        assertThat(kind(right, begun.attempt() + "x")).isEqualTo(Kind.NOT_AUTHENTICATED);
        SignInAnswer foreign = new SignInAnswer(right.code(), right.state(), "https://evil.test", null);
        assertThat(kind(foreign, begun.attempt())).isEqualTo(Kind.NOT_AUTHENTICATED);
        SignInAnswer denied = new SignInAnswer(null, right.state(), ISSUER, "access_denied");
        assertThat(kind(denied, begun.attempt())).isEqualTo(Kind.NOT_AUTHENTICATED);
        service.finish(right, begun.attempt(), FACTS);
        assertThat(kind(right, begun.attempt())).as("a code is good once").isEqualTo(Kind.NOT_AUTHENTICATED);
    }

    @Test
    @DisplayName("A person without a role gets no cookie, and auditors read that they tried")
    void refusesOrdinaryPeople() {
        groups("people");
        SignIn begun = begin("/admin");
        assertThat(kind(answer(begun, "pwd otp mfa"), begun.attempt())).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(provider.audited("admin_refused")).isOne();
        assertThat(provider.audited("admin_sign_in")).isZero();
    }

    @Test
    @DisplayName("The cookie is neither an access token nor the other cookie, and ends with the token in it")
    void sealsItsCookies() {
        SignIn begun = begin("/admin");
        DoorOpened opened = service.finish(answer(begun, "pwd otp mfa"), begun.attempt(), FACTS);
        assertThat(enter(begun.attempt())).isInstanceOf(SignIn.class);
        assertThat(enter("nonsense")).isInstanceOf(SignIn.class);
        assertThat(opened.cookie()).matches("[A-Za-z0-9_-]{40,400}");
        provider.clock().forward(Duration.ofHours(2));
        assertThat(enter(opened.cookie())).isInstanceOf(SignIn.class);
    }

    @Test
    @DisplayName("Working with the pages keeps the login session from becoming idle")
    void keepsTheSessionAlive() {
        SignIn begun = begin("/admin");
        DoorOpened opened = service.finish(answer(begun, "pwd otp mfa"), begun.attempt(), FACTS);
        for (int i = 0; i < 4; i++) {
            provider.clock().forward(Duration.ofMinutes(14));
            assertThat(entered(opened.cookie())).endsWith(AdministrationRole.ADMIN.name());
        }
    }

    @Test
    @DisplayName("A form counts once, and in the browser that it was shown in")
    void takesFormsOnce() {
        String token = service.formToken("cookie");
        assertThat(service.takes(token, "another")).isFalse();
        assertThat(service.takes(null, "cookie")).isFalse();
        assertThat(service.takes(token, "cookie")).isTrue();
        assertThat(service.takes(token, "cookie")).isFalse();
    }

    private SignIn begin(String path) {
        return (SignIn) service.enter(null, "show_overview", path, browser.visitor());
    }

    private DoorEntry enter(String cookie) {
        return service.enter(cookie, "show_overview", "/admin", browser.visitor());
    }

    private String entered(String cookie) {
        Admitted admitted = (Admitted) enter(cookie);
        return admitted.administrator().actor() + " " + admitted.administrator().role();
    }

    private @Nullable Kind kind(SignInAnswer answer, @Nullable String attempt) {
        try {
            service.finish(answer, attempt, FACTS);
            return null;
        } catch (AdminRefusal refusal) {
            return refusal.kind();
        }
    }

    /** What comes back when alice signs in by these methods. */
    private SignInAnswer answer(SignIn begun, String methods) {
        RequestParameters sent = RequestParameters.parse(begun.address().split("\\?", 2)[1]);
        SampleRequest request = SampleRequest.of("client_id", sent.require("client_id"))
                .with("request_uri", sent.require("request_uri"));
        Map<String, String> answered = browser.answerFor(request, "alice").parameters();
        provider.database().execute("update oauth_grant set amr = ?", methods);
        return new SignInAnswer(answered.get("code"), answered.get("state"), answered.get("iss"), null);
    }

    private void groups(String lines) {
        provider.database().execute("update account set user_groups = ?", lines);
    }
}
