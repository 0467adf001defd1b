package org.ostiary.web.userinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.web.fixture.SampleRequest;

class BearerTokenTest {

    @ParameterizedTest
    @DisplayName("RFC 6750 2.1, RFC 9110 11.1: the header, its scheme in any case")
    @ValueSource(strings = {"Bearer ost_at_a-b_c", "bearer ost_at_a-b_c", "BEARER ost_at_a-b_c"})
    void readsTheHeader(String header) {
        assertThat(token(SampleRequest.get("/u").with("Authorization", header), ""))
                .contains("ost_at_a-b_c");
        assertThat(token(SampleRequest.post("/u").with("Authorization", header), ""))
                .contains("ost_at_a-b_c");
    }

    @Test
    @DisplayName("RFC 6750 2.2: the form of a POST")
    void readsTheForm() {
        assertThat(token(SampleRequest.post("/u"), "access_token=t")).contains("t");
        assertThat(token(
                        SampleRequest.post("/u")
                                .without("Content-Type")
                                .with("Content-Type", "application/X-www-form-urlencoded; charset=UTF-8"),
                        "access_token=t"))
                .contains("t");
    }

    @Test
    void findsNone() {
        assertThat(token(SampleRequest.get("/u"), "")).isEmpty();
        assertThat(token(SampleRequest.post("/u"), "")).isEmpty();
        assertThat(token(
                        SampleRequest.post("/u").without("Content-Type").with("Content-Type", "text/plain"),
                        "access_token=t"))
                .isEmpty();
        assertThat(token(SampleRequest.get("/u"), "access_token=t")).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("RFC 6750 3.1: another header is no way to send a token")
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer  t", "Bearer t t", "Bearer t,", "Basic dDp0", "t", "Bearer ä"})
    void refusesOtherHeaders(String header) {
        refused(SampleRequest.get("/u").with("Authorization", header), "");
    }

    @Test
    @DisplayName("RFC 6750 2: a token is sent once")
    void refusesTwo() {
        refused(SampleRequest.post("/u").with("Authorization", "Bearer t"), "access_token=t");
        refused(SampleRequest.get("/u").with("Authorization", "Bearer t").with("Authorization", "Bearer t"), "");
        refused(SampleRequest.post("/u"), "access_token=t&access_token=t");
    }

    @Test
    @DisplayName("RFC 9700 4.3.2: never in the URL")
    void refusesTheUrl() {
        refused(SampleRequest.get("/u?access_token=t"), "");
        refused(SampleRequest.get("/u?access_token=t").with("Authorization", "Bearer t"), "");
        refused(SampleRequest.post("/u?access_token=t"), "");
    }

    private static Optional<String> token(SampleRequest request, String body) {
        return BearerToken.of(request.build(), body(body));
    }

    private static void refused(SampleRequest request, String body) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> token(request, body))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
