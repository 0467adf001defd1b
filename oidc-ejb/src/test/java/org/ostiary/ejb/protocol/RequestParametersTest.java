package org.ostiary.ejb.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestParametersTest {

    @Test
    @DisplayName("RFC 6749 appendix B: percent-encoding and plus are decoded, once")
    void decodesNamesAndValues() {
        RequestParameters parameters =
                RequestParameters.parse("state=a+b%2Bc%2525&ui%5Flocales=de&n%C3%A4me=%F0%9F%90%99");
        assertThat(parameters.find("state")).contains("a b+c%25");
        assertThat(parameters.find("ui_locales")).contains("de");
        assertThat(parameters.find("näme")).contains("🐙");
    }

    @Test
    @DisplayName("RFC 6749 3.1: a parameter without a value counts as left out")
    void leavesEmptyParametersOut() {
        RequestParameters parameters = RequestParameters.parse("prompt=&display&state=x");
        assertThat(parameters.names()).containsExactly("state");
        assertThat(parameters.has("prompt")).isFalse();
        assertThat(parameters.find("display")).isEmpty();
    }

    @Test
    void keepsWhateverFollowsTheFirstEqualsSign() {
        assertThat(RequestParameters.parse("state=a=b==").find("state")).contains("a=b==");
    }

    @Test
    void treatsLetterCaseInNamesAsADifference() {
        RequestParameters parameters = RequestParameters.parse("state=1&State=2");
        assertThat(parameters.find("state")).contains("1");
        assertThat(parameters.find("State")).contains("2");
    }

    @Test
    @DisplayName("RFC 8707 2: resource alone may be repeated")
    void readsEveryResource() {
        RequestParameters parameters = RequestParameters.parse(
                "resource=https://a.test&resource=&resource=https://b.test&resource=https://a.test");
        assertThat(parameters.resources()).containsExactly("https://a.test", "https://b.test");
        assertThat(RequestParameters.parse("scope=openid").resources()).isEmpty();
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(RequestParameters.parse("").names()).isEmpty();
        assertThat(RequestParameters.parse("&&&").names()).isEmpty();
    }

    @Test
    void givesBackWhatItWasSent() {
        String sent = "state=a+b&&nonce=%C3%A4";
        RequestParameters parameters = RequestParameters.parse(sent);
        assertThat(parameters.encoded()).isEqualTo(sent);
        assertThat(RequestParameters.parse(parameters.encoded()).find("nonce")).contains("ä");
    }

    @Test
    void takesAHundredParametersAndEightKilobytes() {
        String hundred =
                IntStream.range(0, 100).mapToObj(each -> "p" + each + "=v").collect(Collectors.joining("&"));
        assertThat(RequestParameters.parse(hundred).names()).hasSize(100);
        String longest = "x".repeat(RequestParameters.LONGEST_VALUE);
        assertThat(RequestParameters.parse("state=" + longest).find("state")).contains(longest);
        String object = "x".repeat(60_000);
        assertThat(RequestParameters.parse("request=" + object).find("request")).contains(object);
        assertThat(RequestParameters.parseLong("jwks=" + object).find("jwks")).contains(object);
    }

    @Test
    @DisplayName("RFC 9126 2.1: some parameters are taken away, the others stay as they were sent")
    void leavesSomeOut() {
        RequestParameters left = RequestParameters.parse("a=%2f&client%5fsecret=x&b=1&client_secret_2=y&resource=r")
                .without(Set.of("client_secret"));
        assertThat(left.encoded()).isEqualTo("a=%2f&b=1&client_secret_2=y&resource=r");
        assertThat(left.resources()).containsExactly("r");
    }

    @Test
    @DisplayName("RFC 8707 2: parameters that were not sent as a form may have several resources")
    void takesValuesThatWereNotSentAsAForm() {
        RequestParameters parameters = RequestParameters.of(Map.of("a", "b&c"), new LinkedHashSet<>(List.of("r", "s")));
        assertThat(parameters.find("a")).contains("b&c");
        assertThat(parameters.resources()).containsExactly("r", "s");
        assertThat(RequestParameters.of(Map.of()).names()).isEmpty();
    }

    @Test
    @DisplayName("A request that was not sent as a form is no longer than one that was")
    void keepsItsBounds() {
        Map<String, String> values = new HashMap<>();
        IntStream.range(0, 30).forEach(each -> values.put("p" + each, "{".repeat(1000)));
        assertThatExceptionOfType(OAuthException.class).isThrownBy(() -> RequestParameters.of(values));
    }
}
