package org.ostiary.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ostiary.ejb.account.ActivityEntry;

class ActivityLineTest {

    private static final String ADDRESS = "192.0.2.1";

    @ParameterizedTest
    @ValueSource(strings = {"admin_show_account", "admin_disable_account", "admin_sign_in", "account_locked"})
    @DisplayName("What an administrator did, or a ban, is told in words and not by the name of the record")
    void hasWords(String event) {
        assertThat(sentence(event)).doesNotContain(event.replace('_', ' ')).endsWith(".");
    }

    @Test
    @DisplayName("A record that there are no words for is told by its name")
    void namesOthers() {
        assertThat(sentence("key_rotated")).isEqualTo("Something else happened: key rotated.");
    }

    private static String sentence(String event) {
        return ActivityLine.of(new ActivityEntry(Instant.EPOCH, event, true, null, ADDRESS, "a-request"))
                .sentence();
    }
}
