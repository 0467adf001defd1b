package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authn.LoginForm;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.consent.AskedItem;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.interaction.InteractionOver;

/** An interaction is one browser's, is answered once, and forgets nothing until its time is over. */
class InteractionTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    InteractionTest() {
        provider.addAccount("alice");
        provider.addAccount("bob");
    }

    @Test
    @DisplayName("The pages are told what they need, and only the page whose turn it is")
    void showsWhatAPageNeeds() {
        SampleRequest request = validRequest().with("login_hint", "alice").with("display", "touch");
        String interaction = interactionOf(browser.start(request));
        assertThat(browser.view(Page.CONSENT, interaction)).isEmpty();
        InteractionView login = browser.view(Page.LOGIN, interaction).orElseThrow();
        assertThat(login.clientName()).isEqualTo("The sample application");
        assertThat(login.redirectHost()).isEqualTo("rp.test");
        assertThat(login.redirectOrigin()).isEqualTo("https://rp.test");
        assertThat(login.accountName()).isNull();
        assertThat(login.loginHint()).isEqualTo("alice");
        assertThat(login.display()).isEqualTo("touch");
        browser.logIn(interaction, "alice", PASSWORD);
        assertThat(browser.view(Page.LOGIN, interaction)).isEmpty();
        InteractionView consent = browser.view(Page.CONSENT, interaction).orElseThrow();
        assertThat(consent.accountName()).isEqualTo("alice");
        assertThat(consent.items()).extracting(AskedItem::item).containsExactly("openid", "profile");
        browser.decide(interaction, true);
        assertThat(browser.view(Page.CONSENT, interaction)).isEmpty();
    }

    @Test
    @DisplayName("Of two tabs the first gets the code, the second is told that it is over")
    void isAnsweredOnce() {
        String interaction = allowed();
        assertThat(codeOf(browser.resume(interaction))).isNotEmpty();
        over(browser, interaction, "interaction-unfinished");
        assertThat(provider.database().count("authorization_code")).isOne();
    }

    @Test
    @DisplayName("Of four tabs in the same instant exactly one gets a code")
    void isAnsweredOnceInARace() throws InterruptedException {
        String interaction = allowed();
        List<String> results = Race.run(4, () -> {
            try {
                return codeOf(browser.resume(interaction)).substring(0, 7);
            } catch (InteractionOver over) {
                return over.rule().id();
            }
        });
        assertThat(results).filteredOn("ost_ac_"::equals).hasSize(1);
        assertThat(results).filteredOn("interaction-unfinished"::equals).hasSize(3);
        assertThat(provider.database().count("authorization_code")).isOne();
    }

    @Test
    @DisplayName("Two tabs with interactions of their own do not disturb one another")
    void livesBesideAnother() {
        String one = interactionOf(browser.start(validRequest()));
        String other = interactionOf(browser.start(validRequest().with("state", "the state of another tab")));
        browser.logIn(one, "alice", PASSWORD);
        browser.decide(one, true);
        assertThat(codeOf(browser.resume(one))).isNotEmpty();
        Respond respond = (Respond) browser.resume(other);
        assertThat(respond.response().parameters()).containsEntry("state", "the state of another tab");
    }

    @Test
    @DisplayName("Another browser cannot go on with an interaction, whatever it holds")
    void refusesAnotherBrowser() {
        String interaction = allowed();
        SampleBrowser other = new SampleBrowser(provider);
        over(other, interaction, "interaction-own-browser");
        other.codeFor(validRequest(), "bob");
        over(other, interaction, "interaction-own-browser");
        assertThatExceptionOfType(InteractionOver.class).isThrownBy(() -> other.view(Page.LOGIN, interaction));
        assertThat(codeOf(browser.resume(interaction))).isNotEmpty();
    }

    @Test
    @DisplayName("A request by POST belongs to the first browser that opens it")
    void belongsToTheFirstBrowser() {
        String interaction = interactionOf(browser.post(validRequest()));
        assertThat(browser.resume(interaction)).isInstanceOf(Ask.class);
        over(new SampleBrowser(provider), interaction, "interaction-own-browser");
    }

    @Test
    void refusesAnUnknownHandle() {
        browser.start(validRequest());
        over(browser, "unknown", "interaction-known");
    }

    @Test
    @DisplayName("F27: an interaction is over after its time, finished or not, and starting again works")
    void endsInTime() {
        String interaction = allowed();
        provider.clock().forward(SampleConfig.INTERACTION_LIFESPAN);
        over(browser, interaction, "interaction-in-time");
        assertThat(codeOf(browser.start(validRequest()))).isNotEmpty();
    }

    @Test
    void worksUntilItsLastMoment() {
        String interaction = allowed();
        provider.clock().forward(SampleConfig.INTERACTION_LIFESPAN.minusMillis(1));
        assertThat(codeOf(browser.resume(interaction))).isNotEmpty();
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1: a no is told to the client, once, and nothing is remembered")
    void tellsADenial() {
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        browser.decide(interaction, false);
        Respond respond = (Respond) browser.resume(interaction);
        assertThat(respond.response().parameters())
                .containsEntry("error", "access_denied")
                .containsEntry("state", "a state of the client")
                .containsEntry("iss", "https://id.example.org")
                .doesNotContainKey("code");
        over(browser, interaction, "interaction-unfinished");
        assertThat(provider.database().count("consent")).isZero();
        assertThat(provider.database().count("oauth_grant")).isZero();
        assertThat(provider.audited("consent_denied")).isOne();
        assertThat(browser.start(validRequest())).isInstanceOf(Ask.class);
    }

    @Test
    @DisplayName("F23: one person's yes does not count for another who logs in within the same interaction")
    void asksAnotherPersonAgain() {
        String interaction = interactionOf(browser.start(validRequest()));
        String kept = browser.view(Page.LOGIN, interaction).orElseThrow().formToken();
        browser.logIn(interaction, "alice", PASSWORD);
        browser.decide(interaction, true);
        browser.logIn(interaction, new LoginForm("bob", PASSWORD, kept));
        assertThat(browser.resume(interaction))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.CONSENT));
        browser.decide(interaction, true);
        codeOf(browser.resume(interaction));
        assertThat(provider.database()
                        .texts("select a.username from oauth_grant g join account a on a.id = g.account_id"))
                .containsExactly("bob");
    }

    /** An interaction in which nothing is missing any more. */
    private String allowed() {
        String interaction = interactionOf(browser.start(validRequest()));
        browser.logIn(interaction, "alice", PASSWORD);
        browser.decide(interaction, true);
        return interaction;
    }

    private static void over(SampleBrowser browser, String interaction, String rule) {
        assertThatExceptionOfType(InteractionOver.class)
                .isThrownBy(() -> browser.resume(interaction))
                .satisfies(over -> assertThat(over.rule().id()).isEqualTo(rule));
    }
}
