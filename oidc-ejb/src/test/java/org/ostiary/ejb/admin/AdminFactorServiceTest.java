package org.ostiary.ejb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;
import static org.ostiary.ejb.fixture.SampleRequest.validRequest;
import static org.ostiary.ejb.fixture.SampleRequest.validTokenRequest;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.people.AdminFactorService;
import org.ostiary.ejb.admin.people.FactorResetOrder;
import org.ostiary.ejb.admin.people.FactorResetResult;
import org.ostiary.ejb.admin.people.SecondFactorView;
import org.ostiary.ejb.factor.FactorKind;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleBrowser;
import org.ostiary.ejb.fixture.SampleTokens;
import org.ostiary.ejb.mail.MailRound;
import org.ostiary.ejb.protocol.client.AdministrationRole;
import org.ostiary.ejb.protocol.token.TokenResponse;

class AdminFactorServiceTest {

    private final RunningProvider provider = RunningProvider.emptiedWithMail();
    private final AdminFactorService service = provider.service(AdminFactorService.class);
    private final SampleTokens tokens = new SampleTokens(provider);
    private final String alice = provider.addOwnAccount("alice");
    private final Administrator root =
            new Administrator("account:root", "root", AdministrationRole.ADMIN, "test", FACTS);

    AdminFactorServiceTest() {
        provider.database().execute("update account set email = 'alice@example.org'");
        provider.database()
                .execute(
                        "insert into totp_credential (id, account_id, sealed_seed, name, last_step, created_at,"
                                + " last_used_at) values ('t', ?, 's', 'Old phone', 0, 1, 2)",
                        alice);
        provider.database()
                .execute("insert into recovery_code (hash, account_id, created_at) values ('h', ?, 1)", alice);
    }

    @Test
    @DisplayName("S18: who lost a second factor loses it here too, is signed out, and is told")
    void takesAllAway() {
        TokenResponse issued =
                tokens.exchange(validTokenRequest(new SampleBrowser(provider).codeFor(validRequest(), "alice")));
        assertThat(service.of(alice).factors())
                .extracting(SecondFactorView::kind, SecondFactorView::name)
                .containsExactly(tuple(FactorKind.AUTHENTICATOR_APP, "Old phone"));
        assertThat(service.reset(root, alice, new FactorResetOrder(true)))
                .isEqualTo(new FactorResetResult(1, 1, 1, false, null));
        assertThat(service.of(alice).factors()).hasSize(1);
        assertThat(tokens.works(issued.accessToken())).isTrue();

        assertThat(service.reset(root, alice, new FactorResetOrder(false)))
                .isEqualTo(new FactorResetResult(1, 1, 1, true, null));
        assertThat(service.of(alice).factors()).isEmpty();
        assertThat(service.of(alice).recoveryCodes()).isZero();
        assertThat(tokens.works(issued.accessToken())).isFalse();
        assertThat(provider.database().texts("select actor from audit_record where event = 'factors_reset'"))
                .containsExactly("account:root");
        assertThat(provider.audited("admin_test")).isEqualTo(2);
        MailRound.sendAll(provider);
        assertThat(RunningProvider.mailServer().subjects())
                .containsExactly("The second factors of your account were reset");
        assertThat(RunningProvider.mailServer().textsFor("alice@example.org").get(0))
                .contains("request id request-1")
                .doesNotContain("192.0.2.7");
    }

    @Test
    @DisplayName("Nobody takes their own factors away past the proof that the account pages demand")
    void sparesOneself() {
        Administrator self = new Administrator("account:" + alice, alice, AdministrationRole.ADMIN, "test", FACTS);
        AdminRefusal refusal = Objects.requireNonNull(catchThrowableOfType(
                AdminRefusal.class, () -> service.reset(self, alice, new FactorResetOrder(false))));
        assertThat(refusal.rule().id()).isEqualTo("own-account-stays");
        assertThat(service.of(alice).factors()).hasSize(1);
    }
}
