package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ostiary.web.fixture.SampleRequest;

@DisplayName("W27: bodies that are on their way hold a bounded number of threads")
class BodyArrivalsTest {

    private final BodyArrivals bodies = new BodyArrivals();

    @Test
    void refusesToWaitForOneTooMany() throws IOException {
        fill();

        assertThat(bodies.admit(incomplete())).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void neverRefusesARequestThatIsThere(SampleRequest there) throws IOException {
        fill();

        assertThat(bodies.admit(there.build())).isTrue();
    }

    static List<SampleRequest> neverRefusesARequestThatIsThere() {
        return List.of(
                SampleRequest.get("/jwks.json"),
                SampleRequest.post("/api/oidc/token").with("Content-Length", "0"),
                SampleRequest.post("/api/oidc/token")
                        .with("Content-Length", "3")
                        .arrived("a=b"));
    }

    @ParameterizedTest
    @MethodSource
    void cannotTellWhetherItIsThere(SampleRequest unsure) throws IOException {
        fill();

        assertThat(bodies.admit(unsure.build())).isFalse();
    }

    static List<SampleRequest> cannotTellWhetherItIsThere() {
        return List.of(
                SampleRequest.post("/api/oidc/token")
                        .with("Transfer-Encoding", "chunked")
                        .arrived("a=b"),
                SampleRequest.post("/admin/import/order")
                        .without("Content-Type")
                        .with("Content-Type", "Multipart/form-data; boundary=x")
                        .with("Content-Length", "3")
                        .arrived("a=b"));
    }

    @Test
    void hasRoomAgainWhenOneIsAnswered() throws IOException {
        BodyArrivals.end(fill().get(0));

        assertThat(bodies.admit(incomplete())).isTrue();
        assertThat(bodies.admit(incomplete())).isFalse();
    }

    @Test
    void countsNobodyTwiceWhoEndsTwice() throws IOException {
        HttpServletRequest answered = fill().get(0);
        BodyArrivals.end(answered);
        BodyArrivals.end(answered);

        assertThat(bodies.admit(incomplete())).isTrue();
        assertThat(bodies.admit(incomplete())).isFalse();
    }

    @Test
    void hasRoomAgainWhenABodyIsRead() throws IOException {
        HttpServletRequest read = incomplete();
        assertThat(bodies.admit(read)).isTrue();
        for (int each = 1; each < BodyArrivals.MOST; each++) {
            assertThat(bodies.admit(incomplete())).isTrue();
        }
        assertThat(bodies.admit(incomplete())).isFalse();

        assertThat(FormBody.body(read, new ByteArrayInputStream("a=b".getBytes(StandardCharsets.US_ASCII)))
                        .find("a"))
                .contains("b");

        assertThat(bodies.admit(incomplete())).isTrue();
    }

    @Test
    void hasRoomAgainWhenABodyIsGivenUp() throws IOException {
        HttpServletRequest late = incomplete();
        assertThat(bodies.admit(late)).isTrue();
        for (int each = 1; each < BodyArrivals.MOST; each++) {
            assertThat(bodies.admit(incomplete())).isTrue();
        }

        assertThatException().isThrownBy(() -> FormBody.body(late, new PipedInputStream()));

        assertThat(bodies.admit(incomplete())).isTrue();
    }

    private List<HttpServletRequest> fill() throws IOException {
        List<HttpServletRequest> waiting = new ArrayList<>();
        for (int each = 0; each < BodyArrivals.MOST; each++) {
            HttpServletRequest next = incomplete();
            assertThat(bodies.admit(next)).isTrue();
            waiting.add(next);
        }
        return waiting;
    }

    private static HttpServletRequest incomplete() {
        return SampleRequest.post("/api/oidc/token")
                .with("Content-Length", "3")
                .arrived("a=")
                .build();
    }
}
