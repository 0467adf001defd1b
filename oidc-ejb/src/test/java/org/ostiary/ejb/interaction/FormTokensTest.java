package org.ostiary.ejb.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.fixture.Race;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.fixture.SampleConfig;
import org.ostiary.ejb.fixture.TestDatabase;

class FormTokensTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final FormTokens tokens = provider.service(FormTokens.class);

    @Test
    @DisplayName("G02: a token works once")
    void worksOnce() {
        String token = tokens.issue("consent", "handle");
        assertThat(tokens.use("consent", "handle", token)).isTrue();
        assertThat(tokens.use("consent", "handle", token)).isFalse();
        assertThat(tokens.use("consent", "handle", tokens.issue("consent", "handle")))
                .isTrue();
    }

    @Test
    @DisplayName("G02: a token works for its form and its bearer only, and a failed attempt does not spend it")
    void worksWhereItWasIssuedFor() {
        String token = tokens.issue("consent", "handle");
        assertThat(tokens.use("login", "handle", token)).isFalse();
        assertThat(tokens.use("consent", "other", token)).isFalse();
        assertThat(tokens.use("consent", "handle\n", token)).isFalse();
        assertThat(tokens.use("consent", "handle", token)).isTrue();
    }

    @Test
    @DisplayName("G02: no part of a token can be changed")
    void cannotBeChanged() {
        String token = tokens.issue("consent", "handle");
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            // The last character of base64url holds bits that nobody reads; the text must be equal all the same.
            assertThat(tokens.use("consent", "handle", changed))
                    .as("changed at %d", at)
                    .isFalse();
        }
        String[] parts = token.split("\\.", -1);
        assertThat(tokens.use("consent", "handle", parts[0] + ".99999999999." + parts[2]))
                .isFalse();
        assertThat(tokens.use("consent", "handle", token)).isTrue();
    }

    @Test
    @DisplayName("A token works for an hour")
    void endsInTime() {
        String token = tokens.issue("consent", "handle");
        String other = tokens.issue("consent", "handle");
        provider.clock().forward(Duration.ofHours(1).minusMillis(1));
        assertThat(tokens.use("consent", "handle", token)).isTrue();
        provider.clock().forward(Duration.ofMillis(1));
        assertThat(tokens.use("consent", "handle", other)).isFalse();
    }

    @Test
    @DisplayName("Showing a form costs no statement, and a token works on any node")
    void isStoredNowhereBeforeItsUse() {
        TestDatabase database = provider.database();
        int before = database.statements();
        String token = tokens.issue("consent", "handle");
        assertThat(database.statements()).isEqualTo(before);
        RunningProvider node =
                new RunningProvider(database, SampleConfig.production().build());
        assertThat(node.service(FormTokens.class).use("consent", "handle", token))
                .isTrue();
        assertThat(tokens.use("consent", "handle", token)).isFalse();
    }

    @Test
    @DisplayName("A token of another installation is none")
    void belongsToItsMasterKey() {
        RunningProvider other = new RunningProvider(
                provider.database(),
                SampleConfig.production()
                        .withMasterKey("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=")
                        .build());
        assertThat(tokens.use(
                        "consent", "handle", other.service(FormTokens.class).issue("consent", "handle")))
                .isFalse();
    }

    @RepeatedTest(5)
    @DisplayName("Of eight double clicks in the same instant exactly one counts")
    void worksOnceInARace() throws InterruptedException {
        String token = tokens.issue("consent", "handle");
        List<Boolean> uses = Race.run(8, () -> tokens.use("consent", "handle", token));
        assertThat(uses).filteredOn(used -> used).hasSize(1);
    }
}
