package org.ostiary.ejb.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.SampleBrowser.interactionOf;
import static org.ostiary.ejb.fixture.SampleClient.confidentialClient;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.factor.FactorChange.Done;
import org.ostiary.ejb.factor.FactorChange.NewCodes;
import org.ostiary.ejb.factor.FactorChange.NotDone;
import org.ostiary.ejb.factor.FactorChange.Reason;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleAuthenticator;
import org.ostiary.ejb.fixture.SampleBrowser;

/** A person's second factors are changed by who proved all of them just now, and by nobody else. */
class FactorServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final SampleBrowser browser = new SampleBrowser(provider);
    private final FactorService service = provider.service(FactorService.class);

    FactorServiceTest() {
        provider.configure(
                confidentialClient(), confidentialClient().called("strong").withSecondFactor());
        provider.addAccount("alice");
    }

    @Test
    @DisplayName("A first app is enrolled after a fresh login, and brings recovery codes")
    void enrolsAFirstApp() {
        browser.codeFor(validRequest(), "alice");
        assertThat(enrol("phone"))
                .isInstanceOfSatisfying(
                        NewCodes.class,
                        codes -> assertThat(codes.recoveryCodes()).hasSize(10));
        Factors factors = service.factors(browser.visitor()).orElseThrow();
        assertThat(factors.factors()).singleElement().satisfies(factor -> {
            assertThat(factor.name()).isEqualTo("phone");
            assertThat(factor.kind()).isEqualTo(FactorKind.AUTHENTICATOR_APP);
        });
        assertThat(factors.recoveryCodesLeft()).isEqualTo(10);
        assertThat(factors.mayChange())
                .as("the new factor was not proved by this session")
                .isFalse();
        assertThat(provider.audited("factor_enrolled")).isOne();
    }

    @Test
    @DisplayName("F21: a session with one factor changes nothing of an account that has two")
    void demandsTheExistingFactor() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        SampleBrowser weak = new SampleBrowser(provider);
        weak.codeFor(validRequest(), "alice");
        String id =
                service.factors(weak.visitor()).orElseThrow().factors().get(0).id();
        String token = service.formToken(weak.visitor());
        NotDone notFresh = new NotDone(Reason.NOT_FRESH);
        assertThat(service.offerApp("", weak.visitor())).isEmpty();
        assertThat(service.enrolApp(new TotpSetUpForm("x", "123456", "mine"), token, weak.visitor()))
                .isEqualTo(notFresh);
        assertThat(service.remove(id, token, weak.visitor())).isEqualTo(notFresh);
        assertThat(service.rename(id, "mine", token, weak.visitor())).isEqualTo(notFresh);
        assertThat(service.replaceRecoveryCodes(token, weak.visitor())).isEqualTo(notFresh);
        assertThat(provider.audited("factor_change_refused")).isEqualTo(4);
        assertThat(service.factors(browser.visitor()).orElseThrow().recoveryCodesLeft())
                .isEqualTo(10);
    }

    @Test
    @DisplayName("F21: five minutes after the login nothing is changed, and a second factor alone does not help")
    void demandsAFreshLogin() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        assertThat(service.factors(browser.visitor()).orElseThrow().mayChange()).isTrue();
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
                        .replace(provider.database()
                                .texts("select id from account")
                                .get(0))
                        .get(0));
        assertThat(service.factors(old.visitor()).orElseThrow().mayChange()).isFalse();
    }

    @Test
    @DisplayName("Names, new codes and a second app, each by a form of its own session that works once")
    void changesFactors() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        String id = service.factors(browser.visitor())
                .orElseThrow()
                .factors()
                .get(0)
                .id();
        String token = service.formToken(browser.visitor());
        assertThat(service.rename(id, " old phone ", token, browser.visitor())).isEqualTo(new Done());
        assertThat(service.rename(id, "again", token, browser.visitor())).isEqualTo(new NotDone(Reason.STALE_FORM));
        assertThat(service.rename(id, " ", service.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(new NotDone(Reason.UNUSABLE_NAME));
        assertThat(service.rename("x", "y", service.formToken(browser.visitor()), browser.visitor()))
                .isEqualTo(new NotDone(Reason.UNKNOWN_FACTOR));
        assertThat(enrol("new phone")).isEqualTo(new Done());
        assertThat(service.factors(browser.visitor()).orElseThrow().factors())
                .extracting(Factor::name)
                .containsExactlyInAnyOrder("old phone", "new phone");
        assertThat(service.replaceRecoveryCodes(service.formToken(browser.visitor()), browser.visitor()))
                .isInstanceOf(NewCodes.class);
    }

    @Test
    @DisplayName("With the last factor the recovery codes go")
    void removesTheLastFactor() {
        browser.codeFor(validRequest().with("client_id", "strong"), "alice");
        String id = service.factors(browser.visitor())
                .orElseThrow()
                .factors()
                .get(0)
                .id();
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
        String id = service.factors(browser.visitor())
                .orElseThrow()
                .factors()
                .get(0)
                .id();
        SampleBrowser nobody = new SampleBrowser(provider);
        assertThat(service.factors(nobody.visitor())).isEmpty();
        assertThat(service.remove(id, service.formToken(nobody.visitor()), nobody.visitor()))
                .isEqualTo(new NotDone(Reason.NOT_LOGGED_IN));
        provider.addAccount("bob");
        SampleBrowser bob = new SampleBrowser(provider);
        bob.codeFor(validRequest(), "bob");
        assertThat(service.remove(id, service.formToken(bob.visitor()), bob.visitor()))
                .isEqualTo(new NotDone(Reason.UNKNOWN_FACTOR));
        assertThat(service.remove(id, service.formToken(browser.visitor()), bob.visitor()))
                .isEqualTo(new NotDone(Reason.STALE_FORM));
        assertThat(provider.database().count("totp_credential")).isOne();
    }

    private FactorChange enrol(String name) {
        TotpSetUp offer = service.offerApp("", browser.visitor()).orElseThrow();
        String code =
                new SampleAuthenticator(offer.key()).codeAt(provider.clock().instant());
        return service.enrolApp(
                new TotpSetUpForm(offer.token(), code, name), service.formToken(browser.visitor()), browser.visitor());
    }
}
