package org.ostiary.ejb.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Respond;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.interaction.InteractionOver;
import org.ostiary.ejb.protocol.authorize.RedirectedError;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.session.AccountSelectionService;
import org.ostiary.ejb.session.SelectionOutcome.StaleForm;
import org.ostiary.ejb.session.SessionService;

/** Several accounts in one browser, and the choice among them (OIDC Core 1.0, section 3.1.2.1, select_account). */
class AccountSelectionTest {

    private static final SampleRequest SELECT = validRequest().with("prompt", "select_account");

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);

    AccountSelectionTest() {
        provider.configure(SampleClient.confidentialClient().withConsent(ConsentMode.IMPLICIT));
        for (String name : new String[] {"alice", "bob", "carol", "dave", "erin", "frank"}) {
            provider.addAccount(name);
        }
    }

    @Test
    @DisplayName("select_account lists all accounts of the browser, the one used last first, and the choice decides")
    void choosesAmongThoseOfTheBrowser() {
        logIn("alice");
        logIn("bob");
        String interaction = interactionOf(browser.start(SELECT));
        assertThat(browser.view(Page.SELECT_ACCOUNT, interaction).orElseThrow().accounts())
                .extracting(AccountView::username, AccountView::inUse)
                .containsExactly(tuple("bob", true), tuple("alice", false));
        browser.select(interaction, "alice");
        codeOf(browser.resume(interaction));
        assertThat(accountOfLastGrant()).isEqualTo("alice");
        assertThat(provider.audited("account_chosen")).isOne();
    }

    @Test
    @DisplayName("The one chosen is the one in use from then on")
    void goesOnWithTheOneChosen() {
        logIn("alice");
        logIn("bob");
        String interaction = interactionOf(browser.start(SELECT));
        browser.select(interaction, "alice");
        codeOf(browser.start(validRequest()));
        assertThat(accountOfLastGrant()).isEqualTo("alice");
    }

    @Test
    @DisplayName("One choice satisfies its own request only, and only one made after it")
    void asksAgainForTheNextRequest() {
        logIn("alice");
        String interaction = interactionOf(browser.start(SELECT));
        assertThat(browser.resume(interaction)).isInstanceOf(Ask.class);
        browser.select(interaction, "alice");
        codeOf(browser.resume(interaction));
        assertThat(page(browser.start(SELECT))).isEqualTo(Page.SELECT_ACCOUNT);
    }

    @Test
    @DisplayName("Where nobody is logged in, the login is the choice")
    void logsInWhereThereIsNothingToChoose() {
        AuthorizeOutcome asked = browser.start(SELECT);
        assertThat(page(asked)).isEqualTo(Page.LOGIN);
        browser.logIn(interactionOf(asked), "alice", PASSWORD);
        codeOf(browser.resume(interactionOf(asked)));
    }

    @Test
    @DisplayName("Another account is logged in beside the others, and with Back one of those can still be chosen")
    void takesAnotherAccount() {
        logIn("alice");
        String interaction = interactionOf(browser.start(SELECT));
        browser.select(interaction, "");
        AuthorizeOutcome asked = browser.resume(interaction);
        assertThat(page(asked)).isEqualTo(Page.LOGIN);
        assertThat(browser.view(Page.LOGIN, interaction).orElseThrow().accountName())
                .isNull();
        browser.logIn(interaction, "bob", PASSWORD);
        codeOf(browser.resume(interaction));
        assertThat(accountOfLastGrant()).isEqualTo("bob");
        assertThat(accountsOfTheBrowser()).containsExactly("bob", "alice");
    }

    @Test
    @DisplayName("Cancelling is told to the client")
    void tellsTheClientOfACancellation() {
        logIn("alice");
        String interaction = interactionOf(browser.start(SELECT));
        browser.cancelSelection(interaction);
        assertThat(((Respond) browser.resume(interaction)).response().parameters())
                .containsEntry("error", "access_denied");
    }

    @Test
    @DisplayName("F01: each choice gives a new handle, and every older one opens nothing")
    void killsOldHandles() {
        logIn("alice");
        String alices = browser.sessionCookie();
        logIn("bob");
        String bobs = browser.sessionCookie();
        String interaction = interactionOf(browser.start(SELECT));
        browser.select(interaction, "alice");
        assertThat(browser.sessionCookie()).isNotIn(alices, bobs);
        for (String dead : new String[] {alices, bobs}) {
            SampleBrowser thief = new SampleBrowser(provider);
            thief.setSessionCookie(dead);
            assertThat(page(thief.start(SELECT))).isEqualTo(Page.LOGIN);
        }
    }

    @Test
    @DisplayName("A session of another browser cannot be chosen, whatever the form says")
    void refusesSessionsOfOtherBrowsers() {
        SampleBrowser other = new SampleBrowser(provider);
        other.logIn(interactionOf(other.start(validRequest())), "bob", PASSWORD);
        String foreign = other.view(Page.SELECT_ACCOUNT, interactionOf(other.start(SELECT)))
                .orElseThrow()
                .accounts()
                .get(0)
                .session();
        logIn("alice");
        String interaction = interactionOf(browser.start(SELECT));
        String token =
                browser.view(Page.SELECT_ACCOUNT, interaction).orElseThrow().formToken();
        provider.service(AccountSelectionService.class).choose(interaction, foreign, token, browser.visitor());
        assertThat(page(browser.resume(interaction))).isEqualTo(Page.LOGIN);
    }

    @Test
    @DisplayName("The form works once, and in its own browser only")
    void takesTheFormOnce() {
        logIn("alice");
        String interaction = interactionOf(browser.start(SELECT));
        AccountSelectionService service = provider.service(AccountSelectionService.class);
        assertThat(service.choose(interaction, "", "made-up", browser.visitor()))
                .isInstanceOf(StaleForm.class);
        assertThat(service.cancel(interaction, "made-up", browser.visitor())).isInstanceOf(StaleForm.class);
        SampleBrowser other = new SampleBrowser(provider);
        other.start(validRequest());
        assertThatThrownBy(() -> service.choose(interaction, "", "made-up", other.visitor()))
                .isInstanceOf(InteractionOver.class);
    }

    @Test
    @DisplayName("A browser holds five accounts at most: the one used longest ago goes")
    void holdsFiveAccounts() {
        for (String name : new String[] {"alice", "bob", "carol", "dave", "erin", "frank"}) {
            logIn(name);
        }
        assertThat(accountsOfTheBrowser()).containsExactly("frank", "erin", "dave", "carol", "bob");
    }

    @Test
    @DisplayName("An account that is logged in again is there once")
    void holdsEachAccountOnce() {
        logIn("alice");
        logIn("bob");
        logIn("alice");
        assertThat(accountsOfTheBrowser()).containsExactly("alice", "bob");
    }

    @Test
    @DisplayName("F23: logging in as another person leaves the first session as it was, and grants go to the other one")
    void neverMergesPeople() {
        logIn("alice");
        Object[] before = sessionOf("alice");
        provider.clock().forward(Duration.ofMinutes(3));
        String interaction = interactionOf(browser.start(validRequest().with("prompt", "login")));
        browser.logIn(interaction, "bob", PASSWORD);
        codeOf(browser.resume(interaction));
        assertThat(accountOfLastGrant()).isEqualTo("bob");
        assertThat(sessionOf("alice")).containsExactly(before);
    }

    @Test
    @DisplayName("F23: prompt=login that is left half-way gives nothing and extends nothing")
    void keepsAskingAfterHalfALogin() {
        logIn("alice");
        Object[] before = sessionOf("alice");
        provider.clock().forward(Duration.ofMinutes(3));
        String interaction = interactionOf(browser.start(validRequest().with("prompt", "login")));
        browser.logIn(interaction, "bob", "wrong");
        assertThat(page(browser.resume(interaction))).isEqualTo(Page.LOGIN);
        assertThat(sessionOf("alice")).containsExactly(before);
    }

    @Test
    @DisplayName("Two tabs with two people finish independently")
    void keepsTabsApart() {
        String first = interactionOf(browser.start(validRequest()));
        String second = interactionOf(browser.start(validRequest()));
        browser.logIn(first, "alice", PASSWORD);
        provider.clock().forward(Duration.ofSeconds(1));
        String again = interactionOf(browser.start(SELECT));
        browser.select(again, "");
        browser.logIn(again, "bob", PASSWORD);
        codeOf(browser.resume(first));
        assertThat(accountOfLastGrant()).isEqualTo("alice");
        codeOf(browser.resume(again));
        assertThat(accountOfLastGrant()).isEqualTo("bob");
        codeOf(browser.resume(second));
        assertThat(accountOfLastGrant()).isEqualTo("bob");
    }

    @Test
    @DisplayName("When the session in use is over, one of the others must be chosen; none is taken by itself")
    void takesNobodyByItself() {
        logIn("alice");
        logIn("bob");
        browser.select(interactionOf(browser.start(SELECT)), "alice");
        provider.database()
                .execute("update login_session set last_seen_at = 0 where account_id ="
                        + " (select id from account where username = 'alice')");
        assertThat(page(browser.start(validRequest()))).isEqualTo(Page.SELECT_ACCOUNT);
        assertThatThrownBy(() -> browser.start(validRequest().with("prompt", "none")))
                .isInstanceOfSatisfying(
                        RedirectedError.class,
                        error -> assertThat(error.refusal().code().code()).isEqualTo("account_selection_required"));
    }

    @Test
    @DisplayName("F25: logging out ends every session of the browser on the server")
    void logsOutEverybody() {
        logIn("alice");
        logIn("bob");
        SessionService sessions = provider.service(SessionService.class);
        String cookie = browser.sessionCookie();
        sessions.endAll(cookie, null, RunningProvider.FACTS);
        assertThat(provider.database().count("login_session where ended_at is null"))
                .isZero();
        assertThat(provider.audited("session_ended")).isEqualTo(2);
        assertThat(page(browser.start(SELECT))).isEqualTo(Page.LOGIN);
    }

    private void logIn(String username) {
        AuthorizeOutcome asked = browser.start(SELECT);
        if (page(asked) == Page.SELECT_ACCOUNT) {
            browser.select(interactionOf(asked), "");
        }
        browser.logIn(interactionOf(asked), username, PASSWORD);
        provider.clock().forward(Duration.ofSeconds(1));
    }

    private List<String> accountsOfTheBrowser() {
        return browser.view(Page.SELECT_ACCOUNT, interactionOf(browser.start(SELECT))).orElseThrow().accounts().stream()
                .map(AccountView::username)
                .toList();
    }

    private static Page page(AuthorizeOutcome outcome) {
        return ((Ask) outcome).page();
    }

    /** And time goes on, so that the next grant is a later one. */
    private String accountOfLastGrant() {
        provider.clock().forward(Duration.ofSeconds(1));
        return provider.database()
                .texts("select a.username from oauth_grant g join account a on a.id = g.account_id"
                        + " order by g.created_at desc limit 1")
                .get(0);
    }

    private Object[] sessionOf(String username) {
        return provider.database()
                .texts("select s.id || ' ' || s.auth_time || ' ' || s.last_seen_at || ' ' || s.expires_at || ' '"
                        + " || s.amr from login_session s join account a on a.id = s.account_id where a.username = '"
                        + username + "'")
                .toArray();
    }
}
