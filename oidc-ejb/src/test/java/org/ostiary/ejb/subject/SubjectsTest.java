package org.ostiary.ejb.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;

class SubjectsTest {

    private final RunningProvider provider = RunningProvider.emptied();

    @Test
    @DisplayName("W26, OIDC Core 8: an account has one identifier in a sector, for ever, and it is no one else's")
    void givesEachAccountItsOwn() {
        String first = sub("account-1", "public");
        assertThat(first).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(sub("account-1", "public")).isEqualTo(first);
        assertThat(sub("account-1", "rp.test")).isNotEqualTo(first);
        assertThat(sub("account-2", "public")).isNotEqualTo(first);
    }

    @RepeatedTest(5)
    @DisplayName("Eight first logins in the same instant get the same identifier")
    void givesOneInARace() throws InterruptedException {
        List<String> subs = Race.run(8, () -> sub("account-1", "public"));
        assertThat(subs).hasSize(8).containsOnly(subs.get(0));
        assertThat(provider.database().count("subject_identifier")).isOne();
    }

    private String sub(String account, String sector) {
        Subjects subjects = provider.service(Subjects.class);
        return provider.inTransaction(() -> subjects.subOf(account, sector));
    }
}
