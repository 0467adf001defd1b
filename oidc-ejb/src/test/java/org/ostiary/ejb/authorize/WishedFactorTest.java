package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.client.ClientDefaults;
import org.ostiary.ejb.protocol.client.ConsentMode;

/** What the wish for a second factor leads to: acr_values and default_acr_values (OIDC Core 1.0, section 3.1.2.1). */
class WishedFactorTest {

    private static final String ONE = "urn:ostiary:acr:one-factor";
    private static final String TWO = "urn:ostiary:acr:two-factor";
    private static final SampleRequest STRONG = validRequest().with("client_id", "strong");
    private static final SampleRequest WISHED = validRequest().with("acr_values", TWO);

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    WishedFactorTest() {
        provider.configure(
                confidentialClient().withConsent(ConsentMode.IMPLICIT),
                confidentialClient().called("strong").withSecondFactor(),
                confidentialClient()
                        .called("wishing")
                        .withConsent(ConsentMode.IMPLICIT)
                        .with(new ClientDefaults(null, false, Set.of(TWO))));
        provider.addAccount("alice");
    }

    @Test
    @DisplayName("Who has a second factor is asked for it where two are wished for, once")
    void asksForTheFactor() {
        SampleAuthenticator app = enrolled();
        codeOf(browser.start(validRequest()));
        provider.clock().forward(Duration.ofSeconds(1));
        AuthorizeOutcome asked = browser.start(WISHED);
        assertThat(((Ask) asked).page()).isEqualTo(Page.SECOND_FACTOR);
        browser.proveByCode(interactionOf(asked), app.codeAt(provider.clock().instant()));
        codeOf(browser.resume(interactionOf(asked)));
        assertThat(provider.database().texts("select amr from oauth_grant order by created_at desc limit 1"))
                .containsExactly("pwd otp mfa");
        codeOf(browser.start(WISHED));
    }

    @Test
    @DisplayName("A client's default_acr_values count where the request says nothing, and only there")
    void takesTheClientsDefault() {
        enrolled();
        SampleRequest wishing = validRequest().with("client_id", "wishing");
        assertThat(((Ask) browser.start(wishing)).page()).isEqualTo(Page.SECOND_FACTOR);
        codeOf(browser.start(wishing.with("acr_values", ONE)));
    }

    @Test
    @DisplayName("A wish shows no page with prompt=none; the acr says what was reached")
    void showsNoPageForAWish() {
        enrolled();
        codeOf(browser.start(WISHED.with("prompt", "none")));
    }

    @Test
    @DisplayName("A wish makes nobody enrol")
    void makesNobodyEnrol() {
        browser.logIn(interactionOf(browser.start(validRequest())), "alice", PASSWORD);
        codeOf(browser.start(WISHED));
    }

    @ParameterizedTest
    @DisplayName("The first of the values that can be reached here is what is wished for")
    @ValueSource(strings = {ONE, ONE + " " + TWO, "urn:x:unknown", "phr " + ONE + " " + TWO})
    void heedsTheOrder(String values) {
        enrolled();
        codeOf(browser.start(validRequest().with("acr_values", values)));
        assertThat(((Ask) browser.start(validRequest().with("acr_values", "phr " + TWO + " " + ONE))).page())
                .isEqualTo(Page.SECOND_FACTOR);
    }

    /** Alice has an authenticator app, and is logged in here with her password alone. */
    private SampleAuthenticator enrolled() {
        SampleBrowser first = new SampleBrowser(provider);
        String interaction = interactionOf(first.start(STRONG));
        first.logIn(interaction, "alice", PASSWORD);
        SampleAuthenticator app = first.enrol(interaction);
        provider.clock().forward(Duration.ofMinutes(1));
        browser.logIn(interactionOf(browser.start(validRequest())), "alice", PASSWORD);
        provider.clock().forward(Duration.ofMinutes(1));
        return app;
    }
}
