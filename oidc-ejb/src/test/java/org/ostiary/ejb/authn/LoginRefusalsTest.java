package org.ostiary.ejb.authn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.INVALID_CREDENTIALS;
import static org.ostiary.ejb.authn.LoginOutcome.Reason.STALE_FORM;
import static org.ostiary.ejb.fixture.RunningProvider.PASSWORD;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.interaction.InteractionOver;
import org.ostiary.ejb.session.SessionCookie;

class LoginRefusalsTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String interaction = interactionOf(browser.start(validRequest()));

    LoginRefusalsTest() {
        provider.addAccount("alice");
        provider.addAccount("disabled");
        provider.disableAccount("disabled");
        provider.addAccount("without");
        provider.database().execute("update account set password = null where username = 'without'");
        provider.addAccount("damaged");
        provider.database().execute("update account set password = '$argon2id$v=19$m=x' where username = 'damaged'");
    }

    @ParameterizedTest
    @DisplayName("F05: unknown, wrong, disabled, without and damaged are one and the same outcome")
    @CsvSource({
        "alice,wrong,wrong password",
        "alice,'',wrong password",
        "nobody,correct horse battery staple,unknown username",
        "'',correct horse battery staple,unknown username",
        "disabled,correct horse battery staple,account disabled",
        "disabled,wrong,account disabled",
        "without,'',wrong password",
        "without,correct horse battery staple,wrong password",
        "damaged,correct horse battery staple,wrong password"
    })
    void refusesAllAlike(String username, String password, String reason) {
        assertThat(browser.logIn(interaction, username, password)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(provider.database().count("login_session")).isZero();
        assertThat(provider.database()
                        .texts("select reason from audit_record where event = 'login_failed' and outcome = 'failure'"))
                .containsExactly(reason);
    }

    @ParameterizedTest
    @DisplayName("F07: names and passwords no account can have are refused like any other")
    @ValueSource(strings = {"\u0000", "a\u202Eb", "' or '1'='1", "x\r\ny"})
    void refusesOddTexts(String text) {
        assertThat(browser.logIn(interaction, text, PASSWORD)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        assertThat(browser.logIn(interaction, "alice", text)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
        String endless = "x".repeat(8000);
        assertThat(browser.logIn(interaction, endless, endless)).isEqualTo(new LoginRefused(INVALID_CREDENTIALS));
    }

    @Test
    @DisplayName("A wrong password does not end the session that was there")
    void keepsTheSessionAfterAWrongPassword() {
        browser.codeFor(validRequest(), "alice");
        String cookie = browser.sessionCookie();
        provider.clock().forward(Duration.ofMinutes(1));
        String again = interactionOf(browser.start(validRequest().with("prompt", "login")));
        browser.logIn(again, "alice", "wrong");
        assertThat(browser.sessionCookie()).isEqualTo(cookie);
        assertThat(provider.database().count("login_session where ended_at is null"))
                .isOne();
    }

    @Test
    @DisplayName("F03: each form is good for one attempt, successful or not")
    void refusesAUsedForm() {
        String token = token(browser, interaction);
        browser.logIn(interaction, new LoginForm("alice", "wrong", token));
        assertThat(browser.logIn(interaction, new LoginForm("alice", PASSWORD, token)))
                .isEqualTo(new LoginRefused(STALE_FORM));
        String second = token(browser, interaction);
        assertThat(browser.logIn(interaction, new LoginForm("alice", PASSWORD, second)))
                .isInstanceOf(LoggedIn.class);
        assertThat(browser.logIn(interaction, new LoginForm("alice", PASSWORD, second)))
                .isEqualTo(new LoginRefused(STALE_FORM));
    }

    @Test
    @DisplayName("F03: a form of another interaction or another browser is none")
    void refusesAForeignForm() {
        String other = interactionOf(browser.start(validRequest()));
        stale(token(browser, other));
        SampleBrowser attacker = new SampleBrowser(provider);
        stale(token(attacker, interactionOf(attacker.start(validRequest()))));
    }

    @ParameterizedTest
    @DisplayName("F03: a made-up form token is none")
    @ValueSource(strings = {"", "x", ".", "..", "a.b.c", "AAAA.99999999999.AAAA"})
    void refusesAMadeUpToken(String token) {
        stale(token);
    }

    @Test
    @DisplayName("F03: a token of the consent page does not fit the login page")
    void refusesATokenOfAnotherPage() {
        browser.logIn(interaction, "alice", PASSWORD);
        stale(browser.view(Page.CONSENT, interaction).orElseThrow().formToken());
    }

    @Test
    @DisplayName("F03: without the browser's own cookie nobody logs in")
    void refusesAnotherBrowser() {
        LoginForm form = new LoginForm("alice", PASSWORD, token(browser, interaction));
        SampleBrowser other = new SampleBrowser(provider);
        assertThatExceptionOfType(InteractionOver.class).isThrownBy(() -> other.logIn(interaction, form));
        other.start(validRequest());
        assertThatExceptionOfType(InteractionOver.class).isThrownBy(() -> other.logIn(interaction, form));
        assertThat(provider.database().count("login_session")).isZero();
    }

    @Test
    @DisplayName("No secret can reach a log by a message's text")
    void keepsSecretsOutOfTexts() {
        assertThat(new LoginForm("alice", "the password", "the token").toString())
                .doesNotContain("the password")
                .doesNotContain("the token");
        assertThat(new LoggedIn(new SessionCookie("the cookie", null), "the cookie").toString())
                .doesNotContain("the cookie");
    }

    private void stale(String token) {
        long before = provider.database().count("login_session");
        assertThat(browser.logIn(interaction, new LoginForm("alice", PASSWORD, token)))
                .isEqualTo(new LoginRefused(STALE_FORM));
        assertThat(provider.database().count("login_session")).isEqualTo(before);
        assertThat(provider.audited("login_failed")).isZero();
    }

    private static String token(SampleBrowser browser, String interaction) {
        return browser.view(Page.LOGIN, interaction).orElseThrow().formToken();
    }
}
