package org.ostiary.ejb.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleBrowser.codeOf;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.authorize.Page;
import org.ostiary.ejb.fixture.OpenProvider;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleClient;
import org.ostiary.ejb.fixture.SampleRequest;
import org.ostiary.ejb.protocol.client.ConsentMode;
import org.ostiary.ejb.registration.RegistrationOutcome.NotRegistered;
import org.ostiary.ejb.registration.RegistrationOutcome.Reason;
import org.ostiary.ejb.registration.RegistrationOutcome.Registered;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.ejb.visit.Visitor;

/** Accounts that people make themselves (Initiating User Registration via OpenID Connect 1.0). */
class RegistrationServiceTest {

    private static final SampleRequest CREATE = validRequest().with("prompt", "create");
    private static final String PASSWORD = "correct horse battery";

    private final RunningProvider provider =
            OpenProvider.emptied(SampleClient.confidentialClient().withConsent(ConsentMode.IMPLICIT));
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final RegistrationService service = provider.service(RegistrationService.class);

    @Test
    @DisplayName("prompt=create makes an account, logs in and goes on; the address counts as unconfirmed")
    void makesAnAccount() {
        String interaction = interactionOf(browser.start(CREATE));
        assertThat(register(interaction, "zoe", "Zoë Z.", "zoe@example.org", PASSWORD))
                .isInstanceOf(Registered.class);
        codeOf(browser.resume(interaction));
        assertThat(provider.database()
                        .texts("select username || '/' || display_name || '/' || email || '/' || email_verified || '/'"
                                + " || origin || '/' || user_groups from account"))
                .containsExactly("zoe/Zoë Z./zoe@example.org/FALSE/registration/");
        assertThat(provider.audited("account_registered")).isOne();
        assertThat(provider.audited("login_succeeded")).isOne();
        assertThat(provider.database().count("account where password like '$argon2id$%'"))
                .isOne();
    }

    @Test
    @DisplayName("Who has an account logs in instead, and the request goes on")
    void letsPeopleLogInInstead() {
        provider.addAccount("alice");
        String interaction = interactionOf(browser.start(CREATE));
        browser.logInInstead(interaction);
        assertThat(((Ask) browser.resume(interaction)).page()).isEqualTo(Page.LOGIN);
        browser.logIn(interaction, "alice", RunningProvider.PASSWORD);
        codeOf(browser.resume(interaction));
    }

    @Test
    @DisplayName("OIDC Core 8: nobody takes the name of somebody who is expected with their subject identifiers")
    void keepsNamesForWhoIsExpected() {
        provider.database()
                .execute("insert into expected_subject (sub, username_key, sector, created_at)"
                        + " values ('00000000-0000-4000-8000-000000000001', 'zoe', 'public', 0)");
        String interaction = interactionOf(browser.start(CREATE));
        assertThat(register(interaction, "zoe", "Zoe", "zoe@example.org", PASSWORD))
                .isInstanceOf(NotRegistered.class);
        assertThat(provider.database().count("account")).isZero();
    }

    @ParameterizedTest
    @DisplayName("What is no account is refused with its reason, and nothing is written")
    @CsvSource({
        "'',    Zoe, zoe@example.org, correct horse battery, USERNAME_UNUSABLE",
        "alice, Zoe, zoe@example.org, correct horse battery, USERNAME_UNUSABLE",
        "ALICE, Zoe, zoe@example.org, correct horse battery, USERNAME_UNUSABLE",
        "zoe@example.org, Zoe, zoe@example.org, correct horse battery, USERNAME_UNUSABLE",
        "zoe＠example, Zoe, zoe@example.org, correct horse battery, USERNAME_UNUSABLE",
        "zoe z, Zoe, zoe@example.org, correct horse battery, USERNAME_UNUSABLE",
        "\u0430lice, Zoe, zoe@example.org, correct horse battery, USERNAME_UNUSABLE",
        "zoe,   ' ', zoe@example.org, correct horse battery, NAME_UNUSABLE",
        "zoe,   Zoe, zoe,             correct horse battery, EMAIL_UNUSABLE",
        "zoe,   Zoe, zoe@localhost,   correct horse battery, EMAIL_UNUSABLE",
        "zoe,   Zoe, a b@example.org, correct horse battery, EMAIL_UNUSABLE",
        "zoe,   Zoe, zoe@example.org, short,                 PASSWORD_TOO_SHORT"
    })
    void refuses(String username, String name, String email, String password, Reason reason) {
        provider.addAccount("alice");
        String interaction = interactionOf(browser.start(CREATE));
        assertThat(register(interaction, username, name, email, password)).isEqualTo(new NotRegistered(reason));
        assertThat(provider.database().count("account")).isOne();
        assertThat(((Ask) browser.resume(interaction)).page()).isEqualTo(Page.REGISTER);
    }

    @ParameterizedTest
    @DisplayName("People call themselves by the letters of their own language")
    @ValueSource(strings = {"zoë", "jean-luc.p_2", "Зоя", "ゾエ田"})
    void takesLettersOfAnyLanguage(String username) {
        assertThat(register(interactionOf(browser.start(CREATE)), username, "Zoe", "zoe@example.org", PASSWORD))
                .isInstanceOf(Registered.class);
    }

    @Test
    @DisplayName("An interaction makes one account, however many forms of it were opened")
    void makesOneAccount() {
        String interaction = interactionOf(browser.start(CREATE));
        RegistrationForm second = form(interaction, "zac");
        assertThat(register(interaction, "zoe", "Zoe", "zoe@example.org", PASSWORD))
                .isInstanceOf(Registered.class);
        assertThat(service.register(interaction, second, browser.visitor()))
                .isEqualTo(new NotRegistered(Reason.STALE_FORM));
        assertThat(provider.database().count("account")).isOne();
    }

    @Test
    @DisplayName("prompt=login create: making the account is the login, and auth_time says when it was")
    void isALogin() {
        String interaction = interactionOf(browser.start(validRequest().with("prompt", "create login")));
        provider.clock().forward(Duration.ofMinutes(1));
        register(interaction, "zoe", "Zoe", "zoe@example.org", PASSWORD);
        codeOf(browser.resume(interaction));
        assertThat(provider.database().texts("select auth_time from oauth_grant"))
                .containsExactly(Long.toString(provider.clock().instant().toEpochMilli()));
    }

    @Test
    @DisplayName("S06: where two factors are demanded, who makes an account enrols one on the way")
    void leadsToTheSecondFactor() {
        OpenProvider.emptied(SampleClient.confidentialClient().withSecondFactor());
        String interaction = interactionOf(browser.start(CREATE));
        register(interaction, "zoe", "Zoe", "zoe@example.org", PASSWORD);
        assertThat(((Ask) browser.resume(interaction)).page()).isEqualTo(Page.ENROLMENT);
    }

    @Test
    @DisplayName("The form works once")
    void takesTheFormOnce() {
        String interaction = interactionOf(browser.start(CREATE));
        RegistrationForm form = new RegistrationForm("zoe", "Zoe", "zoe@example.org", PASSWORD, "made-up");
        assertThat(service.register(interaction, form, browser.visitor()))
                .isEqualTo(new NotRegistered(Reason.STALE_FORM));
        assertThat(service.logInInstead(interaction, "made-up", browser.visitor()))
                .isFalse();
        assertThat(form.toString()).doesNotContain(PASSWORD);
    }

    @Test
    @DisplayName("From one place ten tries an hour are enough; another place notices nothing")
    void limitsTries() {
        String interaction = interactionOf(browser.start(CREATE));
        for (int i = 0; i < 10; i++) {
            register(interaction, "zoe" + i, "Zoe", "zoe@example.org", PASSWORD);
            interaction = interactionOf(browser.start(CREATE));
        }
        assertThat(register(interaction, "zoe", "Zoe", "zoe@example.org", PASSWORD))
                .isEqualTo(new NotRegistered(Reason.TOO_MANY));
        assertThat(provider.audited("registration_refused")).isOne();
        Visitor elsewhere = new Visitor(
                browser.visitor().sessionCookie(),
                browser.visitor().browserCookie(),
                new RequestFacts("request-2", "198.51.100.9", FACTS.userAgent()));
        assertThat(service.register(interaction, form(interaction, "zoe"), elsewhere))
                .isInstanceOf(Registered.class);
        provider.clock().forward(Duration.ofHours(1));
        assertThat(register(interactionOf(browser.start(CREATE)), "zac", "Zac", "zac@example.org", PASSWORD))
                .isInstanceOf(Registered.class);
    }

    @Test
    @DisplayName("Of several who want the same username at once exactly one gets it")
    void givesAUsernameOnce() throws InterruptedException {
        List<RegistrationOutcome> outcomes = Race.run(4, () -> {
            SampleBrowser own = new SampleBrowser(provider);
            String interaction = interactionOf(own.start(CREATE));
            String token = own.view(Page.REGISTER, interaction).orElseThrow().formToken();
            return service.register(
                    interaction, new RegistrationForm("zoe", "Zoe", "zoe@example.org", PASSWORD, token), own.visitor());
        });
        assertThat(outcomes).filteredOn(Registered.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(NotRegistered.class::isInstance)
                .hasSize(3)
                // On a machine with much to do a password may wait too long for its hash.
                .isSubsetOf(new NotRegistered(Reason.USERNAME_UNUSABLE), new NotRegistered(Reason.BUSY));
        assertThat(provider.database().count("account")).isOne();
    }

    private RegistrationForm form(String interaction, String username) {
        String token = browser.view(Page.REGISTER, interaction).orElseThrow().formToken();
        return new RegistrationForm(username, "Zoe", "zoe@example.org", PASSWORD, token);
    }

    private RegistrationOutcome register(
            String interaction, String username, String name, String email, String password) {
        String token = browser.view(Page.REGISTER, interaction).orElseThrow().formToken();
        RegistrationOutcome outcome = service.register(
                interaction, new RegistrationForm(username, name, email, password, token), browser.visitor());
        if (outcome instanceof Registered registered) {
            browser.setSessionCookie(registered.cookie().handle());
            assertThat(registered.deviceCookie()).isNotEmpty();
        }
        return outcome;
    }
}
