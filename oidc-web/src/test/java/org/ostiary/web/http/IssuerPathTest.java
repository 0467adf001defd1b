package org.ostiary.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IssuerPathTest {

    @Test
    void takesTheIssuersOwnPathAway() {
        assertThat(IssuerPath.below("/id", "/id/assets/x")).isEqualTo("/assets/x");
        assertThat(IssuerPath.below("/id", "/id/")).isEqualTo("/");
    }

    @Test
    void leavesOtherPathsAlone() {
        assertThat(IssuerPath.below("", "/assets/x")).isEqualTo("/assets/x");
        assertThat(IssuerPath.below("/id", "/idea/x")).isEqualTo("/idea/x");
        assertThat(IssuerPath.below("/id", "/id")).isEqualTo("/id");
    }
}
