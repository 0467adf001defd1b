package org.ostiary.ejb.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.cleanup.CleanUpService;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.ejb.protocol.OAuthErrorCode;
import org.ostiary.ejb.protocol.OAuthException;
import org.ostiary.ejb.protocol.Rule;
import org.ostiary.ejb.visit.RequestFacts;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Swept;

class RefusalRecordServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final RefusalService refusals = provider.service(RefusalService.class);
    private final RefusalRecordService records = provider.service(RefusalRecordService.class);

    /** Tests share the provider, and each refusal of the others waits there too. */
    @BeforeEach
    @AfterEach
    void writeAll() {
        RecentRefusals recent = provider.service(RecentRefusals.class);
        while (!recent.take(RecentRefusals.WAITING).isEmpty()) {
            recent.takeDropped();
        }
    }

    @Test
    @DisplayName("S12: a refusal is found in the database when this node has forgotten it")
    void isFoundLater() {
        String id = refuse();
        Refusal remembered = refusals.find(id).orElseThrow();
        assertThat(records.write()).isOne();
        flood(RecentRefusals.REMEMBERED);
        assertThat(provider.service(RecentRefusals.class).find(id)).isEmpty();
        assertThat(refusals.find(id)).contains(remembered);
    }

    @Test
    @DisplayName("S12: a refused request writes no row itself")
    void costsARequestNoStatement() {
        int before = provider.database().statements();
        refuse();
        assertThat(provider.database().statements()).isEqualTo(before);
    }

    @Test
    @DisplayName("S12: of a flood a bounded part waits for its row, and the rest is counted")
    void isBounded() {
        flood(RecentRefusals.WAITING + 7);
        assertThat(provider.service(RecentRefusals.class).takeDropped()).isEqualTo(7);
        assertThat(records.write()).isEqualTo(RefusalRecordService.BATCH);
        assertThat(provider.database().count("refusal")).isEqualTo(RefusalRecordService.BATCH);
    }

    @Test
    @DisplayName("S12: a request has one refusal, the first")
    void keepsTheFirst() {
        String id = refuse();
        refusals.note(
                new OAuthException(OAuthErrorCode.SERVER_ERROR, new Rule("other", "RFC 9110, section 15.6"), "Other"),
                facts(id));
        assertThat(refusals.find(id).orElseThrow().rule().id()).isEqualTo("max-age");
        assertThat(records.write()).isOne();
    }

    @Test
    @DisplayName("S12: the oldest rows beyond those kept go, a batch at a time")
    void keepsSoMany() {
        for (int row = 0; row < RefusalRecordService.KEPT + 3; row++) {
            provider.database()
                    .execute(
                            "insert into refusal values (?, ?, null, 'e', 'r', 's', 'd', null, null, null)",
                            "r" + row,
                            (long) row);
        }
        assertThat(records.trim()).isEqualTo(3);
        assertThat(records.trim()).isZero();
        assertThat(provider.database().texts("select min(happened_at) from refusal"))
                .containsExactly("3");
    }

    @Test
    @DisplayName("S12: after seven days a refusal is forgotten")
    void forgetsAfterAWeek() {
        refuse();
        records.write();
        provider.clock().forward(Duration.ofDays(7));
        assertThat(provider.service(CleanUpService.class)
                        .tidy(Leftover.REFUSAL, Swept.START)
                        .deleted())
                .isZero();
        provider.clock().forward(Duration.ofMillis(1));
        assertThat(provider.service(CleanUpService.class)
                        .tidy(Leftover.REFUSAL, Swept.START)
                        .deleted())
                .isOne();
    }

    private void flood(int refused) {
        IntStream.range(0, refused).forEach(each -> refuse());
    }

    private String refuse() {
        String id = UUID.randomUUID().toString();
        refusals.note(refusal(), facts(id));
        return id;
    }

    private static OAuthException refusal() {
        return new OAuthException(
                        OAuthErrorCode.INVALID_REQUEST,
                        new Rule("max-age", "OIDC Core 1.0, section 3.1.2.1"),
                        "Not a number",
                        new Facts("max_age", "soon", "0 to 999999999"))
                .concerning("app");
    }

    private static RequestFacts facts(String id) {
        return new RequestFacts(id, "192.0.2.7", "a browser");
    }
}
