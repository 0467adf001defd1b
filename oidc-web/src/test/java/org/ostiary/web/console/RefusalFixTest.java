package org.ostiary.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.admin.records.RefusalView;

@DisplayName("Why was this refused? What to do about it, in words")
class RefusalFixTest {

    @Test
    void namesTheClientWhereThereIsSomethingSpecialToDo() {
        assertThat(fix("redirect-uri-registered", "shop", null)).startsWith("Let shop send one of its registered");
    }

    @Test
    void saysWhatWasExpected() {
        assertThat(fix("scope-known", null, "one of: openid, email"))
                .isEqualTo("Let the application send scope as it is expected: one of: openid, email.");
    }

    @Test
    void namesTheSectionOtherwise() {
        assertThat(fix("anything", "shop", null)).contains("RFC 6749, section 4");
    }

    private static String fix(String rule, @Nullable String client, @Nullable String expected) {
        return RefusalFix.of(new RefusalView(
                "request",
                Instant.EPOCH,
                client,
                "invalid_request",
                rule,
                "RFC 6749, section 4",
                "Wrong",
                "scope",
                "nothing",
                expected));
    }
}
