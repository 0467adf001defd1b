package org.ostiary.ejb.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.security.cert.CertificateExpiredException;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.source.SourceAwayException;

/** What the log says of a directory that cannot be asked. */
class FailureTest {

    private static final String TYPED = "a password typed as a name";

    @Test
    @DisplayName("Who cannot be reached is said with the cause, in a line")
    void namesTheCause() {
        SampleDirectory directory = new SampleDirectory();
        directory.goAway();
        try (LdapDirectory asked = new LdapDirectory(directory.config(null), Clock.systemUTC())) {
            assertThatExceptionOfType(SourceAwayException.class)
                    .isThrownBy(() -> asked.find(TYPED))
                    .withMessage(
                            "the directory failed with result 91 (connect error): ConnectException: Connection refused")
                    .withNoCause();
        }
    }

    @Test
    @DisplayName("What somebody typed stands in no message, and in no cause that would be logged with it")
    void namesNothingTyped() {
        SampleDirectory directory = new SampleDirectory();
        try (LdapDirectory asked = new LdapDirectory(directory.config(null), Clock.systemUTC())) {
            assertThat(asked.find("nobody")).isEmpty();
            directory.goAway();
            assertThatExceptionOfType(SourceAwayException.class)
                    .isThrownBy(() -> asked.find(TYPED))
                    .withMessageStartingWith("the directory failed with result 81 (server down)")
                    .satisfies(away -> assertThat(away.getMessage()).doesNotContain(TYPED))
                    .withNoCause();
        }
    }

    @Test
    @DisplayName("A certificate that does not fit is named as the cause, however deep it is")
    void namesTheCertificate() {
        Exception expired = new CertificateExpiredException("NotAfter: Mon Nov 30 00:00:00 UTC 2026");
        LDAPException inner = new LDAPException(ResultCode.SERVER_DOWN, "negotiation failed", expired);
        assertThat(Failure.text(new LDAPException(ResultCode.SERVER_DOWN, "search " + TYPED, inner)))
                .isEqualTo("the directory failed with result 81 (server down): "
                        + "CertificateExpiredException: NotAfter: Mon Nov 30 00:00:00 UTC 2026");
    }

    @Test
    @DisplayName("The directory's own words are told, and begin no line of the log")
    void tellsItsWords() {
        LDAPException refused = new LDAPException(new LDAPResult(
                1, ResultCode.INVALID_CREDENTIALS, "data 52e\nSEVERE: invented", null, new String[0], null));
        assertThat(Failure.text(refused))
                .isEqualTo("the directory failed with result 49 (invalid credentials): data 52e SEVERE: invented");
    }
}
