package org.ostiary.ejb.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.RequestParameters;

/** The logout_hint of OIDC RP-Initiated Logout 1.0, section 2. */
class SignOutServiceTest {

    private static final Language ENGLISH = Language.best(List.of("en")).orElseThrow();

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final SignOutService service = provider.service(SignOutService.class);

    @BeforeEach
    void twoAccounts() {
        for (String username : List.of("alice", "bob")) {
            provider.addAccount(username);
            String interaction = interactionOf(browser.start(validRequest().with("prompt", "select_account")));
            if (!username.equals("alice")) {
                browser.select(interaction, "");
            }
            browser.logIn(interaction, username, RunningProvider.PASSWORD);
            provider.clock().forward(Duration.ofSeconds(1));
        }
        provider.database().execute("update account set email = 'alice@example.org' where username = 'alice'");
    }

    @ParameterizedTest
    @DisplayName("An account of the browser that the hint means is asked about, and it alone signs out")
    @ValueSource(strings = {"alice", "ALICE", "alice@example.org"})
    void asksAboutTheOneThatIsMeant(String hint) {
        String handle = begin(hint);
        SignOutView view = service.view(handle, browser.visitor());
        assertThat(view.next()).isEqualTo(SignOutView.Next.ASK);
        assertThat(view.accountName()).isEqualTo("alice");
        assertThat(view.single()).isTrue();
        SignOutDone done = service.end(handle, view.formToken(), ENGLISH, browser.visitor())
                .orElseThrow();
        browser.setSessionCookie(Objects.requireNonNull(done.cookie()).handle());
        assertThat(signedIn()).containsExactly("bob");
        assertThat(service.view(null, browser.visitor()).accountName()).isEqualTo("bob");
    }

    @Test
    @DisplayName("The hint may be the sid of the session")
    void takesTheSession() {
        String session = provider.database()
                .texts(
                        "select s.id from login_session s join account a on a.id = s.account_id where username = 'alice'")
                .get(0);
        assertThat(service.view(begin(session), browser.visitor()).accountName())
                .isEqualTo("alice");
    }

    @ParameterizedTest
    @DisplayName("A hint that means nobody here changes nothing: all accounts are asked about")
    @ValueSource(strings = {"carol", "", "' or 1=1"})
    void ignoresOthers(String hint) {
        String handle = begin(hint);
        SignOutView view = service.view(handle, browser.visitor());
        assertThat(view.accountName()).isEqualTo("bob");
        assertThat(view.single()).isFalse();
        assertThat(service.end(handle, view.formToken(), ENGLISH, browser.visitor()))
                .contains(new SignOutDone(handle, null));
        assertThat(signedIn()).isEmpty();
    }

    @Test
    @DisplayName("What the person confirmed for one account does not end the others")
    void keepsToWhatWasAsked() {
        String handle = begin("alice");
        String forAlice = service.view(handle, browser.visitor()).formToken();
        assertThat(service.end(null, forAlice, ENGLISH, browser.visitor())).isEmpty();
        String forAll = service.view(null, browser.visitor()).formToken();
        assertThat(service.end(handle, forAll, ENGLISH, browser.visitor())).isEmpty();
        assertThat(signedIn()).containsExactlyInAnyOrder("alice", "bob");
    }

    private String begin(String hint) {
        return service.begin(RequestParameters.of(Map.of("logout_hint", hint)));
    }

    private List<String> signedIn() {
        return provider.database()
                .texts("select a.username from login_session s join account a on a.id = s.account_id"
                        + " where s.ended_at is null");
    }
}
