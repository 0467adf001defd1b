package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.DENY;
import static org.ostiary.ejb.protocol.client.AuthorizationPolicy.ONE_FACTOR;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.client.ClientAbout;
import org.ostiary.ejb.protocol.client.ClientPolicy;
import org.ostiary.ejb.protocol.client.PolicyRule;

@DisplayName("S36: a person may not use a client")
class ForbiddenTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    ForbiddenTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
        configure(new PolicyRule(ONE_FACTOR, List.of(Set.of("user:bob")), List.of()));
    }

    @Test
    @DisplayName("S36: they see a page that says so, never the consent page, and the client is told when they go back")
    void showsAPage() {
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        assertThat(browser.resume(interaction))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.FORBIDDEN));
        assertThat(browser.view(Page.CONSENT, interaction)).isEmpty();
        InteractionView view = browser.view(Page.FORBIDDEN, interaction).orElseThrow();
        assertThat(view.accountName()).isEqualTo("alice");
        assertThat(goBack(interaction, view.formToken())).isTrue();
        assertThat(errorOf(browser.resume(interaction))).isEqualTo("access_denied");
        assertThat(provider.database().texts("select reason from audit_record where event = 'access_refused'"))
                .containsExactly("test default-policy");
        assertThat(provider.database().count("oauth_grant")).isZero();
    }

    @Test
    @DisplayName("S36: they are told whom to ask: those of the policy, else those of the client, else nobody")
    void tellsWhomToAsk() {
        assertThat(contacts()).isEmpty();
        provider.configure(asking("owner@example.org").with(new ClientPolicy("test", DENY, List.of())));
        assertThat(contacts()).containsExactly("owner@example.org");
        provider.configure(asking("owner@example.org")
                .with(new ClientPolicy("test", DENY, List.of(), Set.of("help@example.org"))));
        assertThat(contacts()).containsExactly("help@example.org");
    }

    @Test
    @DisplayName("S06, F24: with prompt=none the client is told at once, and auditors too")
    void tellsAtOnce() {
        logIn("alice");
        assertThat(errorOf(browser.start(validRequest().with("prompt", "none"))))
                .isEqualTo("access_denied");
        assertThat(provider.audited("access_refused")).isEqualTo(2);
    }

    @Test
    @DisplayName("Who may use it is not disturbed, and after a second login as such a person it goes on")
    void letsOthersIn() {
        assertThat(browser.codeFor(validRequest(), "bob")).isNotEmpty();
        SampleBrowser shared = new SampleBrowser(provider);
        String interaction = interactionOf(shared.start(validRequest().with("prompt", "login")));
        shared.logIn(interaction, "alice", PASSWORD);
        assertThat(shared.view(Page.FORBIDDEN, interaction)).isPresent();
        provider.clock().forward(Duration.ofMillis(1));
        String again = interactionOf(shared.start(validRequest().with("prompt", "login")));
        shared.logIn(again, "bob", PASSWORD);
        assertThat(codeOf(shared.resume(again))).isNotEmpty();
    }

    @Test
    @DisplayName("S36: a network is that of the browser, and judged again after consent")
    void judgesTheNetwork() {
        configure(new PolicyRule(ONE_FACTOR, List.of(), List.of("192.0.2.0/24")));
        assertThat(browser.codeFor(validRequest(), "alice")).isNotEmpty();
        configure(new PolicyRule(ONE_FACTOR, List.of(), List.of("198.51.100.0/24")));
        assertThat(errorOf(browser.start(validRequest().with("prompt", "none"))))
                .isEqualTo("access_denied");
    }

    @Test
    @DisplayName("G02: the form is of this session, works once, and not for anybody else")
    void formIsBound() {
        String interaction = interactionOf(logIn("alice"));
        String token = browser.view(Page.FORBIDDEN, interaction).orElseThrow().formToken();
        assertThat(goBack(interaction, "made up")).isFalse();
        assertThat(goBack(interaction, token)).isTrue();
        assertThat(goBack(interaction, token)).isFalse();
    }

    private static SampleClient asking(String contact) {
        return confidentialClient().with(new ClientAbout(null, null, null, Set.of(contact)));
    }

    private List<String> contacts() {
        SampleBrowser person = new SampleBrowser(provider);
        String interaction = interactionOf(person.start(validRequest()));
        person.logIn(interaction, "alice", PASSWORD);
        return person.view(Page.FORBIDDEN, interaction).orElseThrow().contacts();
    }

    private AuthorizeOutcome logIn(String username) {
        SampleRequest request = validRequest();
        String interaction = interactionOf(browser.start(request));
        browser.logIn(interaction, username, PASSWORD);
        return browser.resume(interaction);
    }

    private boolean goBack(String interaction, String formToken) {
        return provider.service(ForbiddenService.class).goBack(interaction, formToken, browser.visitor());
    }

    private static String errorOf(AuthorizeOutcome outcome) {
        return String.valueOf(((Respond) outcome).response().parameters().get("error"));
    }

    private void configure(PolicyRule rule) {
        provider.configure(confidentialClient().with(new ClientPolicy("test", DENY, List.of(rule))));
    }
}
