package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrokenConnectionTest {
    @Test
    @DisplayName("A caller who hangs up or stops is recognised below what frameworks wrap around it")
    void recognisesTheCaller() {
        assertThat(BrokenConnection.causes(new EOFException())).isTrue();
        assertThat(BrokenConnection.causes(new IllegalStateException(new EOFException())))
                .isTrue();
        assertThat(BrokenConnection.causes(new ServletException(new IOException(new TimeoutException()))))
                .isTrue();
    }

    @Test
    @DisplayName("Who stops is told so; who hangs up is not there to be told")
    void tellsTheSlowFromTheGone() {
        assertThat(BrokenConnection.isSlow(new ServletException(new IOException(new TimeoutException()))))
                .isTrue();
        assertThat(BrokenConnection.isSlow(new ServletException(new EOFException())))
                .isFalse();
    }

    @Test
    @DisplayName("A mistake of ours is none of the caller's")
    void keepsOurMistakes() {
        assertThat(BrokenConnection.causes(new IllegalStateException("ours"))).isFalse();
        assertThat(BrokenConnection.causes(new ServletException(new NullPointerException())))
                .isFalse();
    }
}
