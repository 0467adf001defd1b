package org.ostiary.ejb.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.authn.LoginOutcome.LoggedIn;
import org.ostiary.ejb.authn.LoginOutcome.LoginRefused;
import org.ostiary.ejb.factor.FactorChange.Done;
import org.ostiary.ejb.factor.FactorChange.Enrolled;
import org.ostiary.ejb.factor.FactorChange.NewCodes;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleSecurityKey;
import org.ostiary.ejb.session.NotSignedIn;
import org.ostiary.ejb.webauthn.KeyAnswer;
import org.ostiary.ejb.webauthn.KeyChallenge;

/** A person's second factors are changed by who proved all of them just now, and by nobody else. */
class FactorServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final FactorService service = provider.service(FactorService.class);
    private final FactorEnrolmentService enrolments = provider.service(FactorEnrolmentService.class);

    FactorServiceTest() {
        provider.configure(
                confidentialClient(), confidentialClient().called("strong").withSecondFactor());
        provider.addAccount("alice");
    }

    @Test
    @DisplayName("A first app is enrolled after a fresh login, and brings recovery codes")
    void enrolsAFirstApp() {
        browser.codeFor(validRequest(), "alice");
        String before = browser.sessionCookie();
        assertThat(enrol("phone"))
                .isInstanceOfSatisfying(
                        Enrolled.class,
                        codes -> assertThat(codes.recoveryCodes()).hasSize(10));
        Factors factors = service.factors(browser.visitor());
        assertThat(factors.factors()).singleElement().satisfies(factor -> {
            assertThat(factor.name()).isEqualTo("phone");
            assertThat(factor.kind()).isEqualTo(FactorKind.AUTHENTICATOR_APP);
        });
        assertThat(factors.recoveryCodesLeft()).isEqualTo(10);
        assertThat(factors.mayChange()).as("it was proved by enrolling it").isTrue();
        assertThat(browser.sessionCookie()).as("F01: a new handle").isNotEqualTo(before);
        assertThat(provider.database().texts("select amr from login_session")).containsExactly("pwd otp mfa");
        assertThat(provider.audited("factor_enrolled")).isOne();
    }

    @Test
    @DisplayName("F21: a session with one factor changes nothing of an account that has two")
    void demandsTheExistingFactor() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        SampleBrowser weak = new SampleBrowser(provider);
        weak.codeFor(validRequest(), "alice");
        String id = service.factors(weak.visitor()).factors().get(0).id();
        String token = service.formToken(weak.visitor());
        NotDone notFresh = new NotDone(Reason.NOT_FRESH);
        assertThat(enrolments.offerApp("", weak.visitor())).isEmpty();
        assertThat(enrolments.askForKey(weak.visitor())).isEmpty();
        assertThat(enrolments.enrolApp(new TotpSetUpForm("x", "123456", "mine"), token, weak.visitor()))
                .isEqualTo(notFresh);
        assertThat(enrolments.enrolKey(new KeyAnswer("x", "{}"), "mine", token, weak.visitor()))
                .isEqualTo(notFresh);
        assertThat(service.remove(id, token, weak.visitor())).isEqualTo(notFresh);
        assertThat(service.rename(id, "mine", token, weak.visitor())).isEqualTo(notFresh);
        assertThat(service.replaceRecoveryCodes(token, weak.visitor())).isEqualTo(notFresh);
        assertThat(provider.audited("factor_change_refused")).isEqualTo(5);
        assertThat(service.factors(browser.visitor()).recoveryCodesLeft()).isEqualTo(10);
    }

    @Test
    @DisplayName("F21: five minutes after the login nothing is changed, and a second factor alone does not help")
    void demandsAFreshLogin() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        assertThat(service.factors(browser.visitor()).mayChange()).isTrue();
        provider.clock().forward(Duration.ofMinutes(5).plusMillis(1));
        assertThat(service.replaceRecoveryCodes(service.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(new NotDone(Reason.NOT_FRESH));
        SampleBrowser old = new SampleBrowser(provider);
        old.codeFor(validRequest(), "alice");
        provider.clock().forward(Duration.ofMinutes(6));
        String interaction = interactionOf(old.start(validRequest().with("client_id", "strong")));
        old.proveByRecoveryCode(
                interaction,
                provider.service(RecoveryCodeService.class)
                        .begin(provider.database()
                                .texts("select id from account")
                                .get(0))
                        .get(0));
        assertThat(service.factors(old.visitor()).mayChange()).isFalse();
    }

    @Test
    @DisplayName("Names, new codes and a second app, each by a form of its own session that works once")
    void changesFactors() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        String id = service.factors(browser.visitor()).factors().get(0).id();
        String token = service.formToken(browser.visitor());
        assertThat(service.rename(id, " old phone ", token, browser.visitor())).isEqualTo(new Done());
        assertThat(service.rename(id, "again", token, browser.visitor())).isEqualTo(new NotDone(Reason.STALE_FORM));
        assertThat(service.rename(id, " ", service.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(new NotDone(Reason.UNUSABLE_NAME));
        assertThat(service.rename("x", "y", service.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(new NotDone(Reason.UNKNOWN_FACTOR));
        assertThat(enrol("new phone"))
                .isInstanceOfSatisfying(
                        Enrolled.class,
                        enrolled -> assertThat(enrolled.recoveryCodes())
                                .as("there are some")
                                .isEmpty());
        assertThat(service.factors(browser.visitor()).factors())
                .extracting(Factor::name)
                .containsExactlyInAnyOrder("old phone", "new phone");
        assertThat(service.replaceRecoveryCodes(service.formToken(browser.visitor()), browser.visitor()))
                .isInstanceOf(NewCodes.class);
    }

    @Test
    @DisplayName("With the last factor the recovery codes go")
    void removesTheLastFactor() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        String id = service.factors(browser.visitor()).factors().get(0).id();
        assertThat(service.remove(id, service.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(new Done());
        assertThat(provider.database().count("totp_credential")).isZero();
        assertThat(provider.database().count("recovery_code")).isZero();
        assertThat(provider.audited("factor_removed")).isOne();
    }

    @Test
    @DisplayName("Nobody's factors are shown or changed without a session, nor another account's with one")
    void keepsPeopleApart() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        String id = service.factors(browser.visitor()).factors().get(0).id();
        SampleBrowser nobody = new SampleBrowser(provider);
        assertThatThrownBy(() -> service.factors(nobody.visitor())).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> service.remove(id, "x", nobody.visitor())).isInstanceOf(NotSignedIn.class);
        provider.addAccount("bob");
        SampleBrowser bob = new SampleBrowser(provider);
        bob.codeFor(validRequest(), "bob");
        assertThat(service.remove(id, service.formToken(bob.visitor()), bob.visitor()))
                .isEqualTo(new NotDone(Reason.UNKNOWN_FACTOR));
        assertThat(service.remove(id, service.formToken(browser.visitor()), bob.visitor()))
                .isEqualTo(new NotDone(Reason.STALE_FORM));
        assertThat(provider.database().count("totp_credential")).isOne();
    }

    @Test
    @DisplayName(
            "A key is enrolled beside an app, is called as its owner likes, and works at once; removed, it is dead at once")
    void enrolsAndRemovesAKey() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        SampleSecurityKey key = new SampleSecurityKey();
        assertThat(enrol(key, " blue one ")).isInstanceOf(Enrolled.class);
        Factor factor = service.factors(browser.visitor()).factors().get(1);
        assertThat(factor.name()).isEqualTo("blue one");
        assertThat(factor.kind()).isEqualTo(FactorKind.SECURITY_KEY);
        assertThat(provider.database().texts("select amr from login_session"))
                .containsExactly("pwd otp mfa hwk pop user");
        SampleBrowser elsewhere = new SampleBrowser(provider);
        assertThat(elsewhere.logInByPasskey(interactionOf(elsewhere.start(validRequest())), key))
                .isInstanceOf(LoggedIn.class);
        assertThat(enrol(key, "again")).isEqualTo(new NotDone(Reason.KEY_REFUSED));

        assertThat(service.remove(factor.id(), service.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(new Done());
        SampleBrowser late = new SampleBrowser(provider);
        assertThat(late.logInByPasskey(interactionOf(late.start(validRequest())), key))
                .isInstanceOf(LoginRefused.class);
        assertThat(provider.database().texts("select reason from audit_record where event = 'factor_removed'"))
                .containsExactly("security key");
        assertThat(provider.database().count("recovery_code")).isEqualTo(10);
    }

    @Test
    @DisplayName("A question for a new key counts only in the session that it was made for")
    void keepsQuestionsApart() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        KeyChallenge ask = enrolments.askForKey(browser.visitor()).orElseThrow();
        String json = new SampleSecurityKey().create(ask.challenge(), ask.userHandle());
        provider.addAccount("bob");
        SampleBrowser bob = new SampleBrowser(provider);
        bob.codeFor(validRequest(), "bob");
        assertThat(enrolments.enrolKey(
                        new KeyAnswer(ask.token(), json), "mine", service.formToken(bob.visitor()), bob.visitor()))
                .isEqualTo(new NotDone(Reason.KEY_REFUSED));
        assertThat(provider.database().count("security_key")).isZero();
    }

    @Test
    @DisplayName("Names that would not be seen as they are, and more factors than anybody needs, are refused")
    void keepsTheListReadable() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        for (String name : List.of("", " ", "a\u0000b", "a\u202Eb", "\u200B", "x".repeat(61))) {
            assertThat(enrol(new SampleSecurityKey(), name)).isEqualTo(new NotDone(Reason.UNUSABLE_NAME));
        }
        for (int i = 1; i < FactorEnrolmentService.MOST; i++) {
            assertThat(enrol(new SampleSecurityKey(), "key " + i)).isInstanceOf(Enrolled.class);
        }
        assertThat(enrol(new SampleSecurityKey(), "one more")).isEqualTo(new NotDone(Reason.TOO_MANY));
    }

    @Test
    @DisplayName("People are told beforehand whether an application asks for what they remove")
    void tellsWhatIsDemanded() {
        browser.codeFor(validRequest(), "alice");
        assertThat(service.factors(browser.visitor()).demanded()).isTrue();
        provider.configure(confidentialClient());
        assertThat(service.factors(browser.visitor()).demanded()).isFalse();
    }

    @Test
    @DisplayName("F20: a key whose counter went back is shown as one that there may be a copy of")
    void showsCopies() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        SampleSecurityKey key = new SampleSecurityKey().countingFrom(10);
        enrol(key, "copied");
        assertThat(service.factors(browser.visitor()).factors().get(1).copySuspectedAt())
                .isNull();
        SampleBrowser thief = new SampleBrowser(provider);
        key.countingFrom(4).signingWrongly();
        thief.logInByPasskey(interactionOf(thief.start(validRequest())), key);
        assertThat(service.factors(browser.visitor()).factors().get(1).copySuspectedAt())
                .as("nobody without the key can make it look copied")
                .isNull();
        key.signingRightly();
        thief.logInByPasskey(interactionOf(thief.start(validRequest())), key);
        assertThat(service.factors(browser.visitor()).factors().get(1).copySuspectedAt())
                .isEqualTo(provider.clock().instant());
        assertThat(provider.audited("key_copy_suspected")).isOne();
    }

    private FactorChange enrol(SampleSecurityKey key, String name) {
        KeyChallenge ask = enrolments.askForKey(browser.visitor()).orElseThrow();
        KeyAnswer answer = new KeyAnswer(ask.token(), key.create(ask.challenge(), ask.userHandle()));
        return keeping(enrolments.enrolKey(answer, name, service.formToken(browser.visitor()), browser.visitor()));
    }

    private FactorChange keeping(FactorChange change) {
        if (change instanceof Enrolled enrolled) {
            browser.setSessionCookie(enrolled.sessionCookie().handle());
        }
        return change;
    }

    private FactorChange enrol(String name) {
        TotpSetUp offer = enrolments.offerApp("", browser.visitor()).orElseThrow();
        String code =
                new SampleAuthenticator(offer.key()).codeAt(provider.clock().instant());
        return keeping(enrolments.enrolApp(
                new TotpSetUpForm(offer.token(), code, name), service.formToken(browser.visitor()), browser.visitor()));
    }
}
