package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.web.fixture.SampleRequest;

class FramingTest {

    @Test
    @DisplayName("RFC 9112 6.3: a length alone, chunks alone, or no body at all")
    void takesOneWay() {
        assertThat(Framing.ambiguous(SampleRequest.get("/").build())).isFalse();
        assertThat(Framing.ambiguous(
                        SampleRequest.post("/").with("Content-Length", "3").build()))
                .isFalse();
        assertThat(Framing.ambiguous(chunked("Chunked").build())).isFalse();
    }

    @Test
    @DisplayName("W10, RFC 9112 6.1: a length beside an encoding, and two of either")
    void refusesTwoWays() {
        assertThat(Framing.ambiguous(
                        chunked("chunked").with("Content-Length", "3").build()))
                .isTrue();
        assertThat(Framing.ambiguous(
                        chunked("chunked").with("Transfer-Encoding", "chunked").build()))
                .isTrue();
        assertThat(Framing.ambiguous(SampleRequest.post("/")
                        .with("Content-Length", "3")
                        .with("Content-Length", "3")
                        .build()))
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("W10, RFC 9112 6.1: an encoding that servers and proxies may read differently")
    @ValueSource(strings = {"identity", "xchunked", "gzip, chunked", "chunked, identity", "\"chunked\"", ""})
    void refusesOtherEncodings(String encoding) {
        assertThat(Framing.ambiguous(chunked(encoding).build())).isTrue();
    }

    @Test
    @DisplayName("W10, RFC 9112 6.1: an encoding in a version that has none")
    void refusesAnEncodingOfAnOldVersion() {
        assertThat(Framing.ambiguous(chunked("chunked").in("HTTP/1.0").build())).isTrue();
    }

    @Test
    @DisplayName("W10, RFC 9112 6.3: after a body in chunks the connection ends")
    void endsAfterChunks() {
        assertThat(Framing.mayHideALength(chunked("chunked").build())).isTrue();
        assertThat(Framing.mayHideALength(
                        SampleRequest.post("/").with("Content-Length", "3").build()))
                .isFalse();
    }

    private static SampleRequest chunked(String encoding) {
        return SampleRequest.post("/").with("Transfer-Encoding", encoding);
    }
}
