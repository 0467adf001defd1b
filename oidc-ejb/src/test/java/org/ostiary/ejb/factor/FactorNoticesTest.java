package org.ostiary.ejb.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authorize.AuthorizeOutcome.Ask;
import org.ostiary.ejb.factor.FactorChange.Enrolled;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleMailServer;
import org.ostiary.ejb.fixture.SampleSecurityKey;
import org.ostiary.ejb.fixture.TestDatabase;
import org.ostiary.ejb.mail.MailRound;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;

/** No second factor comes or goes without its owner being told, and nobody is told of what did not happen. */
class FactorNoticesTest {

    private final RunningProvider provider = RunningProvider.emptiedWithMail();
    private final SampleMailServer mailServer = RunningProvider.mailServer();
    private final TestDatabase database = provider.database();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final FactorService service = provider.service(FactorService.class);
    private final FactorEnrolmentService enrolments = provider.service(FactorEnrolmentService.class);
    private final SampleSecurityKey key = new SampleSecurityKey().countingFrom(10);

    FactorNoticesTest() {
        provider.configure(
                confidentialClient(), confidentialClient().called("strong").withSecondFactor());
        provider.addAccount("alice");
        database.execute("update account set email = 'alice@example.org'");
        browser.codeFor(validRequest(), "alice");
    }

    @AfterEach
    void takeMailAgain() {
        database.execute("alter table if exists put_away rename to outgoing_mail");
    }

    /** From now on no letter can be written. */
    private void takeNoMail() {
        database.execute("alter table outgoing_mail rename to put_away");
    }

    private void failsUnannounced(Runnable change, String event) {
        List<String> before = factors();
        takeNoMail();
        assertThatThrownBy(change::run).isInstanceOf(RuntimeException.class);
        assertThat(factors()).as("nothing changed").isEqualTo(before);
        assertThat(provider.audited(event)).as("nothing is told").isZero();
        takeMailAgain();
    }

    private List<String> factors() {
        return database.texts("select id from totp_credential union all select id from security_key"
                + " union all select hash from recovery_code order by 1");
    }

    private List<String> told() {
        MailRound.sendAll(provider);
        return mailServer.subjects();
    }

    @Test
    @DisplayName("F21: an app that nobody could be told of is not added, one that is added is told")
    void addsAnAppWithItsNotice() {
        failsUnannounced(this::enrolApp, "factor_enrolled");
        enrolApp();
        assertThat(told()).containsExactly("A second factor was added to your account");
    }

    @Test
    @DisplayName("F21: the same for a security key")
    void addsAKeyWithItsNotice() {
        failsUnannounced(this::enrolKey, "factor_enrolled");
        enrolKey();
        assertThat(told()).containsExactly("A second factor was added to your account");
        assertThat(database.texts("select reason from audit_record where event = 'factor_enrolled'"))
                .containsExactly("security key");
    }

    @Test
    @DisplayName("F21: the same for a first factor that an application demands")
    void addsADemandedAppWithItsNotice() {
        SampleBrowser asked = new SampleBrowser(provider);
        String interaction = ((Ask) asked.start(validRequest().with("client_id", "strong"))).interaction();
        asked.logIn(interaction, "alice", RunningProvider.PASSWORD);
        failsUnannounced(() -> asked.enrol(interaction), "factor_enrolled");
        asked.enrol(interaction);
        assertThat(told()).contains("A second factor was added to your account");
        assertThat(database.texts("select reason from audit_record where event = 'factor_enrolled'"))
                .containsExactly("authenticator app");
    }

    @Test
    @DisplayName("F21: a factor that goes unannounced stays, with its recovery codes")
    void removesWithItsNotice() {
        enrolKey();
        String id = service.factors(browser.visitor()).factors().get(0).id();
        failsUnannounced(
                () -> service.remove(id, service.formToken(browser.visitor()), browser.visitor()), "factor_removed");
        service.remove(id, service.formToken(browser.visitor()), browser.visitor());
        assertThat(factors()).isEmpty();
        assertThat(told()).contains("A second factor was removed from your account");
    }

    @Test
    @DisplayName("Recovery codes whose owner cannot be told stay as they are")
    void replacesCodesWithTheirNotice() {
        enrolKey();
        failsUnannounced(
                () -> service.replaceRecoveryCodes(service.formToken(browser.visitor()), browser.visitor()),
                "recovery_codes_replaced");
        service.replaceRecoveryCodes(service.formToken(browser.visitor()), browser.visitor());
        assertThat(told()).contains("Your recovery codes were replaced");
    }

    @Test
    @DisplayName("F20: a key is marked as copied and its owner told, or neither")
    void marksACopyWithItsNotice() {
        enrolKey();
        SampleBrowser thief = new SampleBrowser(provider);
        key.countingFrom(4);
        failsUnannounced(() -> thief.logInByPasskey(askedBy(thief), key), "key_copy_suspected");
        assertThat(copies()).isZero();
        thief.logInByPasskey(askedBy(thief), key);
        assertThat(copies()).isOne();
        assertThat(told()).contains("There may be a copy of your security key");
    }

    private long copies() {
        return database.count("security_key where copy_suspected_at is not null");
    }

    private static String askedBy(SampleBrowser browser) {
        return interactionOf(browser.start(validRequest()));
    }

    private void enrolApp() {
        TotpSetUp offer = enrolments.offerApp("", browser.visitor()).orElseThrow();
        String code =
                new SampleAuthenticator(offer.key()).codeAt(provider.clock().instant());
        kept(enrolments.enrolApp(
                new TotpSetUpForm(offer.token(), code, "mine"),
                service.formToken(browser.visitor()),
                browser.visitor()));
    }

    private void enrolKey() {
        KeyChallenge ask = enrolments.askForKey(browser.visitor()).orElseThrow();
        KeyAnswer answer = new KeyAnswer(ask.token(), key.create(ask.challenge(), ask.userHandle()));
        kept(enrolments.enrolKey(answer, "mine", service.formToken(browser.visitor()), browser.visitor()));
    }

    private void kept(FactorChange change) {
        assertThat(change)
                .isInstanceOfSatisfying(
                        Enrolled.class,
                        enrolled -> browser.setSessionCookie(
                                enrolled.sessionCookie().handle()));
    }
}
