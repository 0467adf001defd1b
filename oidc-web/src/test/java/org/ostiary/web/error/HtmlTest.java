package org.ostiary.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void closesNothingAndOpensNothing() {
        assertThat(Html.escaped("\"'></form><a b=&amp;>"))
                .isEqualTo("&quot;&#39;&gt;&lt;/form&gt;&lt;a b=&amp;amp;&gt;");
    }

    @Test
    @DisplayName("RFC 6749 4.1.2: the exact value comes back, line ends and all")
    void losesNothing() {
        assertThat(Html.escaped("a\tb\r\nc\u2028d\u0085 é😀")).isEqualTo("a&#9;b&#13;&#10;c\u2028d\u0085 é😀");
    }

    @Test
    void replacesWhatHtmlCannotHold() {
        assertThat(Html.escaped("a\u0000b")).isEqualTo("a\uFFFDb");
    }
}
