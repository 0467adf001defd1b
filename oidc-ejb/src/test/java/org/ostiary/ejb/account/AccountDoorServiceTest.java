package org.ostiary.ejb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.account.DoorOutcome.Open;
import org.ostiary.ejb.account.DoorOutcome.Prove;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Arrive;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.interaction.InteractionOver;
import org.ostiary.ejb.language.Language;
import org.ostiary.ejb.protocol.RequestParameters;
import org.ostiary.ejb.reader.ReaderService;
import org.ostiary.ejb.session.NotSignedIn;

class AccountDoorServiceTest {

    private static final String PATH = "/account/sessions";

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final AccountDoorService door = provider.service(AccountDoorService.class);

    AccountDoorServiceTest() {
        provider.addAccount("alice");
    }

    @Test
    @DisplayName(
            "Who is not signed in signs in on the usual page, without any client, and arrives where they wanted to go")
    void leadsThroughTheSignIn() {
        Prove prove = prove(door.enter(PATH, null, browser.visitor()));
        browser.setBrowserCookie(prove.browserCookie());
        assertThat(browser.resume(prove.interaction()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.LOGIN));
        assertThat(browser.view(Page.LOGIN, prove.interaction()))
                .hasValueSatisfying(view -> assertThat(view.toOwnPage()).isTrue());

        browser.logIn(prove.interaction(), "alice", RunningProvider.PASSWORD);

        assertThat(browser.resume(prove.interaction())).isEqualTo(new Arrive(PATH));
        assertThat(door.enter(PATH, null, browser.visitor())).isInstanceOf(Open.class);
        assertThat(provider.database().count("oauth_grant")).isZero();
    }

    @Test
    @DisplayName("Who comes by a link in a mail signs in in the language of the mail")
    void keepsTheLanguageOnTheWay() {
        Prove prove = prove(door.enter(PATH, Language.ARABIC, browser.visitor()));
        browser.setBrowserCookie(prove.browserCookie());
        RequestParameters page = RequestParameters.parse("interaction=" + prove.interaction());
        ReaderService reader = provider.service(ReaderService.class);
        assertThat(reader.language(page, browser.visitor())).contains(Language.ARABIC);
        browser.logIn(prove.interaction(), "alice", RunningProvider.PASSWORD);
        assertThat(browser.resume(prove.interaction())).isEqualTo(new Arrive(PATH));
    }

    @Test
    @DisplayName("A way to a page ends once, and only in the browser that began it")
    void arrivesOnce() {
        Prove prove = prove(door.enter(PATH, null, browser.visitor()));
        browser.setBrowserCookie(prove.browserCookie());
        browser.logIn(prove.interaction(), "alice", RunningProvider.PASSWORD);
        SampleBrowser other = new SampleBrowser(provider);
        assertThatThrownBy(() -> other.resume(prove.interaction())).isInstanceOf(InteractionOver.class);
        browser.resume(prove.interaction());
        assertThatThrownBy(() -> browser.resume(prove.interaction()))
                .isInstanceOfSatisfying(
                        InteractionOver.class,
                        over -> assertThat(over.startAgain()).isEqualTo("https://id.example.org" + PATH));
    }

    @Test
    @DisplayName("F25, F26: a session that is over and an account that is disabled open nothing")
    void staysClosedAfterwards() {
        browser.codeFor(validRequest(), "alice");
        assertThat(door.enter(PATH, null, browser.visitor())).isInstanceOf(Open.class);
        provider.disableAccount("alice");
        assertThat(door.enter(PATH, null, browser.visitor())).isInstanceOf(Prove.class);
        assertThatThrownBy(() -> door.enterFreshly(PATH, browser.visitor())).isInstanceOf(NotSignedIn.class);
    }

    @Test
    @DisplayName("F21: for something sensitive, a login of more than five minutes ago is asked for again")
    void asksAgainForSomethingSensitive() {
        browser.codeFor(validRequest(), "alice");
        provider.clock().forward(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(door.enterFreshly(PATH, browser.visitor())).isInstanceOf(Open.class);
        provider.clock().forward(Duration.ofSeconds(1));
        assertThat(door.enter(PATH, null, browser.visitor())).isInstanceOf(Open.class);

        Prove prove = prove(door.enterFreshly(PATH, browser.visitor()));
        assertThat(browser.resume(prove.interaction())).isInstanceOf(Ask.class);
        browser.logIn(prove.interaction(), "alice", RunningProvider.PASSWORD);
        assertThat(browser.resume(prove.interaction())).isEqualTo(new Arrive(PATH));
        assertThat(door.enterFreshly(PATH, browser.visitor())).isInstanceOf(Open.class);
    }

    @Test
    @DisplayName("F21: whoever has a second factor needs it here, and afresh for something sensitive")
    void demandsTheSecondFactorOfWhoHasOne() {
        provider.configure(
                SampleClient.confidentialClient(),
                SampleClient.confidentialClient().called("strong").withSecondFactor());
        SampleBrowser first = new SampleBrowser(provider);
        String enrolment =
                SampleBrowser.interactionOf(first.start(validRequest().with("client_id", "strong")));
        first.logIn(enrolment, "alice", RunningProvider.PASSWORD);
        SampleAuthenticator app = first.enrol(enrolment);
        provider.clock().forward(Duration.ofMinutes(1));

        browser.codeFor(validRequest(), "alice");
        Prove prove = prove(door.enter(PATH, null, browser.visitor()));
        assertThat(browser.resume(prove.interaction()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.SECOND_FACTOR));
        browser.proveByCode(prove.interaction(), app.codeAt(provider.clock().instant()));
        assertThat(browser.resume(prove.interaction())).isEqualTo(new Arrive(PATH));
        assertThat(door.enter(PATH, null, browser.visitor())).isInstanceOf(Open.class);
        assertThat(door.enterFreshly(PATH, browser.visitor())).isInstanceOf(Open.class);

        provider.clock().forward(Duration.ofMinutes(5));
        Prove again = prove(door.enterFreshly(PATH, browser.visitor()));
        browser.logIn(again.interaction(), "alice", RunningProvider.PASSWORD);
        assertThat(browser.resume(again.interaction()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.SECOND_FACTOR));
    }

    @Test
    @DisplayName("F21: a code just typed makes no fresh login of an old one")
    void demandsTheWholeLoginAfresh() {
        provider.configure(
                SampleClient.confidentialClient(),
                SampleClient.confidentialClient().called("strong").withSecondFactor());
        SampleBrowser first = new SampleBrowser(provider);
        String enrolment =
                SampleBrowser.interactionOf(first.start(validRequest().with("client_id", "strong")));
        first.logIn(enrolment, "alice", RunningProvider.PASSWORD);
        SampleAuthenticator app = first.enrol(enrolment);

        browser.codeFor(validRequest(), "alice");
        provider.clock().forward(Duration.ofMinutes(6));
        Prove prove = prove(door.enter(PATH, null, browser.visitor()));
        browser.proveByCode(prove.interaction(), app.codeAt(provider.clock().instant()));
        assertThat(browser.resume(prove.interaction())).isEqualTo(new Arrive(PATH));
        Prove again = prove(door.enterFreshly(PATH, browser.visitor()));
        assertThat(browser.resume(again.interaction()))
                .isInstanceOfSatisfying(Ask.class, ask -> assertThat(ask.page()).isEqualTo(Page.LOGIN));
    }

    @Test
    @DisplayName("Looking at one's account is using the session")
    void keepsTheSessionAlive() {
        browser.codeFor(validRequest(), "alice");
        for (int i = 0; i < 3; i++) {
            provider.clock().forward(SampleConfig.SESSION_IDLE.minusMinutes(1));
            assertThat(door.enter(PATH, null, browser.visitor())).isInstanceOf(Open.class);
        }
    }

    private static Prove prove(DoorOutcome outcome) {
        assertThat(outcome).isInstanceOf(Prove.class);
        return (Prove) outcome;
    }
}
