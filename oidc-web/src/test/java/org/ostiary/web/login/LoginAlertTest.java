package org.ostiary.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ostiary.ejb.authn.LoginOutcome.Reason;

class LoginAlertTest {

    @ParameterizedTest
    @EnumSource
    void saysSomethingForEveryReason(Reason reason) {
        assertThat(LoginAlert.of(reason).text()).isNotBlank().doesNotContain("{", "''");
    }

    @Test
    void aFormThatIsOutOfDateIsForbidden() {
        assertThat(LoginAlert.of(Reason.STALE_FORM).status()).isEqualTo(403);
    }

    @Test
    void aBusyServerSaysWhenToComeBack() {
        assertThat(LoginAlert.of(Reason.BUSY).status()).isEqualTo(503);
        assertThat(LoginAlert.of(Reason.BUSY).retryAfter()).isPresent();
    }

    @Test
    void onlyWrongCredentialsAreAboutTheFields() {
        assertThat(LoginAlert.values())
                .filteredOn(LoginAlert::concernsFields)
                .containsExactly(LoginAlert.INVALID_CREDENTIALS);
    }
}
