package org.ostiary.ejb.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.ejb.account.OwnPasswordService;
import org.ostiary.ejb.account.PasswordForm;
import org.ostiary.ejb.account.PasswordOutcome;
import org.ostiary.ejb.account.ProfileOutcome;
import org.ostiary.ejb.account.ProfileService;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditEvent.EmailChanged;
import org.ostiary.ejb.audit.AuditEvent.FactorEnrolled;
import org.ostiary.ejb.audit.AuditEvent.FactorRemoved;
import org.ostiary.ejb.audit.AuditEvent.KeyCopySuspected;
import org.ostiary.ejb.audit.AuditEvent.RecoveryCodesReplaced;
import org.ostiary.ejb.audit.AuditEvent.SecondFactorFailed;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.SampleMailServer;
import org.ostiary.ejb.mail.MailRound;
import org.ostiary.ejb.visit.RequestFacts;

class NoticesTest {

    private static final String ADDRESS = "alice@example.org";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final RunningProvider provider = RunningProvider.emptiedWithMail();
    private final SampleMailServer mailServer = RunningProvider.mailServer();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final String alice = provider.addOwnAccount("alice");

    NoticesTest() {
        provider.database().execute("update account set email = ? where id = ?", ADDRESS, alice);
    }

    private List<String> sent() {
        MailRound.sendAll(provider);
        return mailServer.subjects();
    }

    private void note(AuditEvent event) {
        provider.service(AuditService.class).note(event, new RequestFacts("request-9", "192.0.2.44", FIREFOX));
    }

    @Test
    @DisplayName("A changed password is told, with when, from where and what to do")
    void tellsOfAPassword() {
        browser.codeFor(validRequest(), "alice");
        OwnPasswordService passwords = provider.service(OwnPasswordService.class);
        PasswordForm form = new PasswordForm(
                RunningProvider.PASSWORD, "another horse, another staple", passwords.formToken(browser.visitor()));
        assertThat(passwords.change(form, browser.visitor())).isEqualTo(PasswordOutcome.CHANGED);
        assertThat(sent()).containsExactly("Your password was changed");
        assertThat(mailServer.textsFor(ADDRESS).get(0))
                .contains("The password of your account alice at id.example.org was changed.")
                .contains("When: 1 March 2026, 12:00 UTC")
                .contains("From: 192.0.2.7, a device that does not say what it is")
                .contains("Request id: request-1")
                .contains("If it was not you")
                .doesNotContain("another horse");
    }

    @Test
    @DisplayName("A changed address is told at both")
    void tellsOfAnAddress() {
        browser.codeFor(validRequest(), "alice");
        ProfileService profile = provider.service(ProfileService.class);
        assertThat(profile.changeEmail("new@example.org", profile.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(ProfileOutcome.CHANGED);
        sent();
        assertThat(mailServer.textsFor(ADDRESS)).hasSize(1);
        assertThat(mailServer.textsFor("new@example.org")).hasSize(1);
    }

    @Test
    @DisplayName("Whoever enters other people's addresses as their own fills no mailbox")
    void boundsNotices() {
        for (int each = 0; each < 30; each++) {
            note(new EmailChanged(alice, "victim@example.org"));
        }
        sent();
        assertThat(mailServer.textsFor("victim@example.org")).hasSize(10);
        provider.clock().forward(Duration.ofDays(1));
        note(new EmailChanged(alice, "victim@example.org"));
        sent();
        assertThat(mailServer.textsFor("victim@example.org")).hasSize(11);
    }

    @Test
    @DisplayName("F21: factors that come and go, and new recovery codes, are told")
    void tellsOfFactors() {
        note(new FactorEnrolled(alice, "authenticator app"));
        note(new FactorRemoved(alice, "passkey"));
        note(new RecoveryCodesReplaced(alice));
        assertThat(sent())
                .containsExactlyInAnyOrder(
                        "A second factor was added to your account",
                        "A second factor was removed from your account",
                        "Your recovery codes were replaced");
        assertThat(mailServer.textsFor(ADDRESS))
                .anyMatch(text -> text.contains("a new second factor: authenticator app."))
                .anyMatch(text -> text.contains("lost a second factor: passkey."))
                .allMatch(text -> text.contains("From: 192.0.2.44, Firefox on Linux"));
    }

    @Test
    @DisplayName("The first browser of an account is no news, another one is")
    void tellsOfADevice() {
        browser.codeFor(validRequest(), "alice");
        assertThat(sent()).isEmpty();
        new SampleBrowser(provider).codeFor(validRequest(), "alice");
        assertThat(sent()).containsExactly("Your account was used on a new device");
        assertThat(mailServer.textsFor(ADDRESS))
                .as("who signed in with a passkey may not know the password")
                .allMatch(text -> text.contains("somebody else can sign in to your account"));
    }

    @Test
    @DisplayName("F09: a ban is told once, and further ones of the same day are not, whoever causes them")
    void tellsOfABanOnce() {
        guessUntilBanned();
        assertThat(sent()).containsExactly("Somebody types wrong passwords for your account");
        provider.clock().forward(Duration.ofMinutes(6));
        guessUntilBanned();
        assertThat(provider.audited("account_locked")).isEqualTo(2);
        assertThat(sent()).hasSize(1);
        provider.clock().forward(Duration.ofDays(1));
        guessUntilBanned();
        assertThat(sent()).hasSize(2);
    }

    private void guessUntilBanned() {
        SampleBrowser stranger = new SampleBrowser(provider);
        String interaction = ((Ask) stranger.start(validRequest())).interaction();
        for (int guess = 0; guess < 5; guess++) {
            stranger.logIn(interaction, "alice", "guess");
        }
    }

    @Test
    @DisplayName("F15: too many wrong codes are told once a day, single ones are not")
    void tellsOfGuessedCodes() {
        note(new SecondFactorFailed(alice, "client", "wrong code"));
        assertThat(sent()).isEmpty();
        note(new SecondFactorFailed(alice, "client", SecondFactorFailed.TOO_MANY));
        note(new SecondFactorFailed(alice, "client", SecondFactorFailed.TOO_MANY));
        assertThat(sent()).containsExactly("Somebody who knows your password types wrong codes");
    }

    @Test
    @DisplayName("F20: a key that there may be a copy of is told once a day")
    void tellsOfACopiedKey() {
        note(new KeyCopySuspected(alice));
        note(new KeyCopySuspected(alice));
        assertThat(sent()).containsExactly("There may be a copy of your security key");
    }

    @Test
    @DisplayName(
            "Nothing is written to an account without an address, or one that is disabled, or where notices are off")
    void staysSilent() {
        String bob = provider.addOwnAccount("bob");
        note(new FactorEnrolled(bob, "authenticator app"));
        provider.disableAccount("alice");
        note(new FactorEnrolled(alice, "authenticator app"));
        RunningProvider silent =
                RunningProvider.withMail(SampleConfig.production().withoutNotices());
        String carol = silent.addOwnAccount("carol");
        silent.database().execute("update account set email = 'carol@example.org'");
        silent.service(AuditService.class).note(new FactorEnrolled(carol, "app"), RunningProvider.FACTS);
        assertThat(provider.database().count("outgoing_mail")).isZero();
        assertThat(silent.database().count("outgoing_mail")).isZero();
    }

    @Test
    @DisplayName("A server without a mail session writes nothing")
    void staysSilentWithoutASession() {
        RunningProvider without = RunningProvider.emptied();
        String carol = without.addOwnAccount("carol");
        without.database().execute("update account set email = 'carol@example.org'");
        without.service(AuditService.class).note(new FactorEnrolled(carol, "app"), RunningProvider.FACTS);
        assertThat(without.database().count("outgoing_mail")).isZero();
    }

    @Test
    @DisplayName("A username cannot put an address into a mail that its reader would follow")
    void disarmsUsernames() {
        provider.database().execute("update account set username = 'go to http://evil.test/?x' where id = ?", alice);
        note(new RecoveryCodesReplaced(alice));
        sent();
        assertThat(mailServer.textsFor(ADDRESS).get(0))
                .contains("go to http???evil.test??x")
                .doesNotContain("http://evil");
    }

    @Test
    void speaksTheLanguageOfTheAccount() {
        provider.database().execute("update account set language = 'de' where id = ?", alice);
        note(new RecoveryCodesReplaced(alice));
        assertThat(sent()).containsExactly("Ihre Wiederherstellungscodes wurden ersetzt");
        assertThat(mailServer.textsFor(ADDRESS).get(0))
                .as("whoever follows the link reads on in German")
                .contains("https://id.example.org/account?ui_locales=de");
    }

    @Test
    @DisplayName("UAX 9: in Arabic the names in a sentence keep their own direction")
    void isolatesNamesInArabic() {
        provider.database().execute("update account set language = 'ar' where id = ?", alice);
        note(new RecoveryCodesReplaced(alice));
        sent();
        assertThat(mailServer.textsFor(ADDRESS).get(0))
                .contains("\u2068alice\u2069", "معرّف الطلب")
                .doesNotContain("\u2068http");
    }

    @Test
    @DisplayName("A language that has no words gets English ones")
    void speaksEnglishOtherwise() {
        provider.database().execute("update account set language = 'tlh' where id = ?", alice);
        note(new RecoveryCodesReplaced(alice));
        assertThat(sent()).containsExactly("Your recovery codes were replaced");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Every notice has its words")
    void hasWords(Notice notice) {
        ResourceBundle words = ResourceBundle.getBundle("org.ostiary.ejb.mail.letters", Locale.ROOT);
        assertThat(words.containsKey(notice.key() + ".subject")).isTrue();
        assertThat(words.containsKey(notice.key() + ".text")).isTrue();
        assertThat(words.containsKey(notice.key() + ".otherwise")).isTrue();
    }
}
