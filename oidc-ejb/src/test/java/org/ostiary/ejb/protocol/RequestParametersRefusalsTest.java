package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParametersRefusalsTest {

    @ParameterizedTest
    @DisplayName("RFC 6749 3.1: a repeated parameter is refused, whatever its values and however its name is written")
    @ValueSource(
            strings = {
                "state=a&state=b",
                "state=a&state=a",
                "state=&state=a",
                "state=a&state=",
                "state&state",
                "client_id=a&client%5Fid=b",
                "client_id=a&%63lient_id=b",
                "redirect_uri=good&x=1&&redirect_uri=evil"
            })
    void refusesARepeatedParameter(String encoded) {
        refused(encoded, "parameter-not-repeated");
    }

    @Test
    @DisplayName("RFC 6749 3.1: no number of empty pairs hides a repeated parameter")
    void refusesARepeatedParameterBehindManySeparators() {
        refused("&".repeat(200) + "state=a&state=b", "parameter-not-repeated");
        refused("state=a" + "&".repeat(200) + "state=b", "parameter-not-repeated");
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 appendix B: what is not UTF-8 in percent-encoding is refused")
    @ValueSource(
            strings = {
                "state=%",
                "state=%4",
                "state=%zz",
                "state=%FF",
                "state=%C0%AF",
                "state=%C3",
                "state=%ED%A0%80",
                "state=ä",
                "state=a\u0000b",
                "state=a\nb",
                "state=a\tb",
                "state=a\u007Fb",
                "st%00ate=a",
                "state=%00"
            })
    void refusesBrokenEncodings(String encoded) {
        refused(encoded, "parameters-encoded");
    }

    @Test
    void refusesTooMany() {
        refused(
                IntStream.range(0, 101).mapToObj(each -> "p" + each + "=v").collect(Collectors.joining("&")),
                "parameters-size");
        refused("p=v&".repeat(100) + "q=v", "parameter-not-repeated");
    }

    @Test
    void refusesAValueThatIsTooLong() {
        refused("state=" + "x".repeat(RequestParameters.LONGEST_VALUE + 1), "parameters-size");
        refused("request=" + "x".repeat(64 * 1024 + 1), "parameters-size");
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> RequestParameters.parseLong("jwks=" + "x".repeat(64 * 1024 + 1)));
    }

    @Test
    void namesTheMissingParameter() {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> RequestParameters.parse("a=b").require("client_id"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST))
                .satisfies(refusal -> assertThat(refusal.description()).contains("client_id"));
    }

    @Test
    @DisplayName("RFC 6749 5.2: a hostile name does not come back as it was sent")
    void showsHostileNamesInAllowedCharactersOnly() {
        String name = "%3Cscript%3E%22%5C%0D%0ASet-Cookie%3A" + "x".repeat(100);
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> RequestParameters.parse(name + "=1&" + name + "=2"))
                .satisfies(refusal -> assertThat(refusal.description())
                        .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]*")
                        .hasSizeLessThan(120));
    }

    private static void refused(String encoded, String rule) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> RequestParameters.parse(encoded))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST))
                .satisfies(refusal -> assertThat(refusal.rule().id()).isEqualTo(rule));
    }
}
