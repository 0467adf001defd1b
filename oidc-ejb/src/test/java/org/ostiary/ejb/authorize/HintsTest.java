package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.json.JsonText;
import org.ostiary.ejb.keys.JwtSigner;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.protocol.client.JwsAlgorithm;

/** Whom a client means: id_token_hint and login_hint (OIDC Core 1.0, sections 3.1.2.1 and 3.1.2.2). */
class HintsTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    HintsTest() {
        provider.configure(SampleClient.confidentialClient().withConsent(ConsentMode.IMPLICIT));
        provider.addAccount("alice");
        provider.addAccount("bob");
        provider.database()
                .execute(
                        "update account set email = 'Bob.B@example.org', email_verified = true where username = 'bob'");
    }

    @Test
    @DisplayName("The hinted person is the one for whom the request is answered, whoever was used last")
    void answersForTheHintedPerson() {
        String alice = idTokenOf("alice");
        idTokenOf("bob");
        codeOf(browser.start(hinted(alice)));
        assertThat(accountOfLastGrant()).isEqualTo("alice");
        codeOf(browser.start(hinted(alice).with("prompt", "none")));
        assertThat(accountOfLastGrant()).isEqualTo("alice");
        codeOf(browser.start(validRequest()));
        assertThat(accountOfLastGrant()).isEqualTo("bob");
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: an ID token that expired long ago is as good a hint")
    void takesAnExpiredHint() {
        String alice = idTokenOf("alice");
        provider.clock().forward(Duration.ofDays(300));
        AuthorizeOutcome asked = browser.start(hinted(alice));
        assertThat(page(asked)).isEqualTo(Page.LOGIN);
        browser.logIn(interactionOf(asked), "alice", PASSWORD);
        codeOf(browser.resume(interactionOf(asked)));
    }

    @Test
    @DisplayName("OIDC Core 3.1.2.1: a hint whose person is not logged in gets login_required, and no page for none")
    void refusesOthersSilently() {
        String alice = idTokenOf("alice");
        SampleBrowser other = new SampleBrowser(provider);
        other.logIn(interactionOf(other.start(validRequest())), "bob", PASSWORD);
        assertThat(error(other, hinted(alice).with("prompt", "none"))).isEqualTo("login_required");
        assertThat(error(new SampleBrowser(provider), hinted(alice).with("prompt", "none")))
                .isEqualTo("login_required");
    }

    @Test
    @DisplayName("F23: whoever logs in instead of the hinted person gets the client login_required, never a code")
    void refusesAnotherLogin() {
        String alice = idTokenOf("alice");
        SampleBrowser other = new SampleBrowser(provider);
        String interaction = interactionOf(other.start(hinted(alice)));
        other.logIn(interaction, "bob", PASSWORD);
        assertThat(((Respond) other.resume(interaction)).response().parameters())
                .containsEntry("error", "login_required")
                .doesNotContainKey("code");
    }

    @Test
    @DisplayName("OIDC Core 5.5.1: the same for a subject that the claims parameter demands")
    void refusesAnotherLoginForAClaim() {
        idTokenOf("alice");
        String sub =
                provider.database().texts("select sub from subject_identifier").get(0);
        SampleRequest request = validRequest()
                .with("claims", "{\"id_token\":{\"sub\":{\"value\":\"" + sub + "\"}}}")
                .with("prompt", "login");
        String interaction = interactionOf(browser.start(request));
        browser.logIn(interaction, "bob", PASSWORD);
        assertThat(((Respond) browser.resume(interaction)).response().parameters())
                .containsEntry("error", "login_required");
    }

    @ParameterizedTest
    @DisplayName("A hint that was not signed here is refused")
    @ValueSource(strings = {"x", "a.b.c", "", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void refusesWhatIsNoToken(String hint) {
        assertThat(error(browser, hinted(hint).with("prompt", "none")))
                .isEqualTo(hint.isEmpty() ? "login_required" : "invalid_request");
    }

    @Test
    @DisplayName("A hint with a broken signature is refused")
    void refusesBrokenSignatures() {
        String alice = idTokenOf("alice");
        int middle = alice.lastIndexOf('.') + 20;
        char other = alice.charAt(middle) == 'A' ? 'B' : 'A';
        assertThat(error(browser, hinted(alice.substring(0, middle) + other + alice.substring(middle + 1))))
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest(name = "{0} instead of what it should be")
    @DisplayName("A hint of another issuer, for another client, or of another kind is refused")
    @CsvSource({
        "iss, https://evil.test, ",
        "aud, another, ",
        "typ, , at+jwt",
        "typ, , logout+jwt",
    })
    void refusesOtherTokensOfOurKeys(String what, @Nullable String value, @Nullable String type) {
        Map<String, Object> claims =
                new HashMap<>(Map.of("iss", "https://id.example.org", "aud", "app", "sub", "x", "iat", 1, "exp", 2));
        assertThat(error(browser, hinted(signed(null, claims)).with("prompt", "none")))
                .isEqualTo("login_required");
        if (value != null) {
            claims.put(what, value);
        }
        assertThat(error(browser, hinted(signed(type, claims)))).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @DisplayName("login_hint: the account of that name or address is used where it is logged in")
    @ValueSource(strings = {"alice", " ALICE ", "bob", "bob.b@EXAMPLE.org"})
    void usesTheHintedSession(String hint) {
        idTokenOf("alice");
        idTokenOf("bob");
        codeOf(browser.start(validRequest().with("login_hint", hint).with("prompt", "none")));
        assertThat(accountOfLastGrant())
                .isEqualTo(hint.strip().toLowerCase(Locale.ROOT).replaceFirst("\\..*", ""));
    }

    @Test
    @DisplayName(
            "login_hint: where nobody fits, the person is asked; whoever is chosen is right, since a hint is no demand")
    void asksWhereNobodyFits() {
        idTokenOf("alice");
        SampleRequest request = validRequest().with("login_hint", "somebody@else.test");
        assertThat(error(browser, request.with("prompt", "none"))).isEqualTo("login_required");
        AuthorizeOutcome asked = browser.start(request);
        assertThat(page(asked)).isEqualTo(Page.SELECT_ACCOUNT);
        browser.select(interactionOf(asked), "alice");
        codeOf(browser.resume(interactionOf(asked)));
        assertThat(accountOfLastGrant()).isEqualTo("alice");
        String again = interactionOf(browser.start(request));
        browser.select(again, "");
        assertThat(browser.view(Page.LOGIN, again).orElseThrow().loginHint()).isEqualTo("somebody@else.test");
        browser.logIn(again, "bob", PASSWORD);
        codeOf(browser.resume(again));
        assertThat(accountOfLastGrant()).isEqualTo("bob");
    }

    private static SampleRequest hinted(String idToken) {
        return validRequest().with("id_token_hint", idToken);
    }

    private String idTokenOf(String username) {
        String interaction = interactionOf(browser.start(validRequest().with("prompt", "login")));
        browser.logIn(interaction, username, PASSWORD);
        provider.clock().forward(Duration.ofSeconds(1));
        String code = codeOf(browser.resume(interaction));
        provider.clock().forward(Duration.ofSeconds(1));
        return String.valueOf(
                new SampleTokens(provider).exchange(validTokenRequest(code)).idToken());
    }

    private String signed(@Nullable String type, Map<String, Object> claims) {
        return provider.service(JwtSigner.class).sign(JwsAlgorithm.RS256, type, JsonText.object(claims));
    }

    private static Page page(AuthorizeOutcome outcome) {
        return ((Ask) outcome).page();
    }

    private static String error(SampleBrowser browser, SampleRequest request) {
        try {
            return browser.start(request).toString();
        } catch (RedirectedError error) {
            return error.refusal().code().code();
        }
    }

    /** And time goes on, so that the next grant is a later one. */
    private String accountOfLastGrant() {
        provider.clock().forward(Duration.ofSeconds(1));
        return provider.database()
                .texts("select a.username from oauth_grant g join account a on a.id = g.account_id"
                        + " order by g.created_at desc limit 1")
                .get(0);
    }
}
