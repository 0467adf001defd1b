package org.ostiary.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageRequestTest {

    @Test
    void takesAStatelessForm() {
        assertThat(PageRequest.isStateless(Map.of("a", one("1"), "jakarta.faces.ViewState", one("stateless"))))
                .isTrue();
        assertThat(PageRequest.isStateless(Map.of("a", one("1")))).isTrue();
    }

    @Test
    void refusesAnyOtherViewState() {
        assertThat(PageRequest.isStateless(Map.of("jakarta.faces.ViewState", one("rO0ABXNy"))))
                .isFalse();
        assertThat(PageRequest.isStateless(Map.of("jakarta.faces.ViewState", one(""))))
                .isFalse();
    }

    @Test
    @DisplayName("RFC 6749 3.1: a repeated parameter is refused")
    void refusesANameSentTwice() {
        assertThat(PageRequest.isUnambiguous(Map.of("a", one("1"), "b", one("1"))))
                .isTrue();
        assertThat(PageRequest.isUnambiguous(Map.of("a", new String[] {"1", "1"})))
                .isFalse();
    }

    private static String[] one(String value) {
        return new String[] {value};
    }
}
