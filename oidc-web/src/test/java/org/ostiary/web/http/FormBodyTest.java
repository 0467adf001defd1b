package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.web.fixture.SampleRequest;

class FormBodyTest {

    @Test
    void readsTheQueryOfAGet() {
        assertThat(FormBody.query(SampleRequest.get("/a?state=%C3%A4").build()).find("state"))
                .contains("ä");
        assertThat(FormBody.query(SampleRequest.get("/a").build()).names()).isEmpty();
    }

    @Test
    void readsTheBodyOfAPost() {
        assertThat(FormBody.body(SampleRequest.post("/a").build(), body("state=%C3%A4"))
                        .find("state"))
                .contains("ä");
    }

    @Test
    @DisplayName(
            "W28: no more is read than was announced, since nothing may come behind it and the connection stay open")
    void readsWhatWasAnnounced() {
        assertThat(FormBody.body(
                                SampleRequest.post("/a")
                                        .with("Content-Length", "7")
                                        .build(),
                                body("state=xPRI * HTTP/2.0"))
                        .find("state"))
                .contains("x");
    }

    @ParameterizedTest
    @DisplayName("D05, W05, RFC 6749 3.2: a POST with a query is refused, so that neither hides the other")
    @ValueSource(strings = {"/a?state=x", "/a?client_secret=x", "/a?"})
    void refusesAQueryBesideTheBody(String uri) {
        refused(uri, "state=x");
    }

    @ParameterizedTest
    @DisplayName("W05, W13: repeated and raw characters of a body are refused")
    @ValueSource(strings = {"state=x&state=y", "state=ä", "state=%", "state=\u0000"})
    void refusesABrokenBody(String body) {
        refused("/a", body);
    }

    @Test
    @DisplayName("W27: who sends a byte now and then has ten seconds for all of them")
    void givesUpABodyThatDrips() throws IOException {
        AtomicLong clock = new AtomicLong();
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> FormBody.inTime(new Dripping(clock, Duration.ofMillis(500)), 1000, clock::get));
        assertThat(Duration.ofNanos(clock.get())).isBetween(FormBody.PATIENCE, FormBody.PATIENCE.plusSeconds(1));

        clock.set(Long.MAX_VALUE - 5);
        assertThat(FormBody.inTime(new Dripping(clock, Duration.ofMillis(500)), 20, clock::get))
                .hasSize(20);
    }

    @Test
    void readsALongBodyInParts() throws IOException {
        byte[] whole = new byte[100_000];
        Arrays.fill(whole, (byte) 'a');
        assertThat(FormBody.inTime(new ByteArrayInputStream(whole), 65_537, System::nanoTime))
                .hasSize(65_537)
                .containsOnly('a');
        assertThat(FormBody.inTime(new ByteArrayInputStream(whole), 200_000, System::nanoTime))
                .isEqualTo(whole);
        assertThat(FormBody.inTime(new ByteArrayInputStream(whole), 0, System::nanoTime))
                .isEmpty();
    }

    /** Has a byte each time, which takes this long to come. */
    private static final class Dripping extends InputStream {
        private final AtomicLong clock;
        private final Duration pause;

        private Dripping(AtomicLong clock, Duration pause) {
            this.clock = clock;
            this.pause = pause;
        }

        @Override
        public int read() {
            clock.addAndGet(pause.toNanos());
            return 'a';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
        }
    }

    private static void refused(String uri, String body) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> FormBody.body(SampleRequest.post(uri).build(), body(body)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST));
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
