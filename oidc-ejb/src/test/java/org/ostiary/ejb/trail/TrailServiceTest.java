package org.ostiary.ejb.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ostiary.ejb.fixture.RunningProvider.FACTS;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ostiary.ejb.audit.AuditEvent;
import org.ostiary.ejb.audit.AuditEvent.CodeIssued;
import org.ostiary.ejb.audit.AuditEvent.KeyRevoked;
import org.ostiary.ejb.audit.AuditEvent.LoginFailed;
import org.ostiary.ejb.audit.AuditEvent.LoginSucceeded;
import org.ostiary.ejb.audit.AuditEvent.TokensIssued;
import org.ostiary.ejb.audit.AuditService;
import org.ostiary.ejb.fixture.MovableClock;
import org.ostiary.ejb.fixture.RunningProvider;
import org.ostiary.ejb.visit.RequestFacts;

class TrailServiceTest {

    private final RunningProvider provider = RunningProvider.emptied();
    private final String alice = provider.addAccount("alice");

    @Test
    @DisplayName("S18: a record says what happened in a sentence, with the name of the account")
    void saysWhatHappened() {
        note(new LoginSucceeded(alice, "wiki"), new LoginFailed(null, "wiki", "unknown name"), new KeyRevoked("k1"));
        assertThat(page(TrailQuery.everything()))
                .extracting(TrailEntry::sentence)
                .containsExactlyInAnyOrder(
                        "Alice logged in for wiki.",
                        "A login as somebody for wiki failed: unknown name.",
                        "A signing key was revoked: k1.");
    }

    @Test
    @DisplayName("S18: records are found by event, outcome, account, client, request and time")
    void finds() {
        note(new LoginSucceeded(alice, "wiki"));
        provider.clock().forward(Duration.ofHours(1));
        provider.service(AuditService.class)
                .note(new LoginFailed(alice, "shop", "wrong password"), new RequestFacts("other", "192.0.2.9", ""));
        assertThat(events(new TrailQuery("login_failed", null, null, null, null, null, null, null)))
                .containsExactly("login_failed");
        assertThat(events(new TrailQuery(null, "success", null, null, null, null, null, null)))
                .containsExactly("login_succeeded");
        assertThat(events(TrailQuery.ofAccount(alice))).containsExactly("login_failed", "login_succeeded");
        assertThat(events(TrailQuery.ofClient("wiki"))).containsExactly("login_succeeded");
        assertThat(events(TrailQuery.ofRequest("other"))).containsExactly("login_failed");
        assertThat(events(new TrailQuery(null, null, null, null, null, null, MovableClock.START.plusSeconds(1), null)))
                .containsExactly("login_failed");
        assertThat(events(new TrailQuery(null, null, null, null, null, null, null, MovableClock.START.plusSeconds(1))))
                .containsExactly("login_succeeded");
    }

    @Test
    @DisplayName("Part 12: pages follow one another by key, also within one moment")
    void pages() {
        for (int each = 0; each < 5; each++) {
            note(new KeyRevoked("k" + each));
        }
        List<TrailEntry> seen = new ArrayList<>();
        TrailEntry last = null;
        List<TrailEntry> page;
        do {
            page = provider.service(TrailService.class).page(TrailQuery.everything(), last, 2);
            seen.addAll(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (!page.isEmpty());
        assertThat(seen).extracting(TrailEntry::reason).containsExactlyInAnyOrder("k0", "k1", "k2", "k3", "k4");
    }

    @Test
    @DisplayName("Part 12: an export has every sealed record once, in the order of the chain")
    void exports() {
        note(new LoginSucceeded(alice, "wiki"), new KeyRevoked("a \"quoted\"\nreason"));
        provider.service(TrailSealService.class).seal();
        TrailPart lines = provider.service(TrailService.class).export(TrailFormat.JSON_LINES, 0);
        assertThat(lines.text().lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.text()).contains("\"position\":\"1\"", "\"account\":\"alice\"", "\\\"quoted\\\"\\nreason");
        assertThat(lines.more()).isFalse();
        TrailPart sheet = provider.service(TrailService.class).export(TrailFormat.CSV, 0);
        assertThat(sheet.text()).startsWith("position,id,at,event,").contains("\"a \"\"quoted\"\"\nreason\"");
        assertThat(provider.service(TrailService.class)
                        .export(TrailFormat.CSV, sheet.last())
                        .text())
                .isEmpty();
    }

    @Test
    @DisplayName("Part 12, CWE-1236: no field of a spreadsheet is a formula")
    void defusesFormulas() {
        note(new LoginFailed(null, "=HYPERLINK(\"https://evil.example\")", "@SUM(1)"), new KeyRevoked("+1|cmd"));
        provider.service(TrailSealService.class).seal();
        String sheet =
                provider.service(TrailService.class).export(TrailFormat.CSV, 0).text();
        assertThat(sheet).contains("\"'=HYPERLINK(", "\"'@SUM", "\"'+1|cmd\"").doesNotContain(",\"=", ",\"@", ",\"+");
    }

    @Test
    @DisplayName("Part 12: log-ins, failures and tokens are counted by day, and applications by their codes")
    void counts() {
        note(new LoginSucceeded(alice, "wiki"), new CodeIssued(alice, "wiki"), new TokensIssued(alice, "wiki"));
        provider.clock().forward(Duration.ofDays(2));
        note(new LoginFailed(null, "shop", "x"), new CodeIssued(alice, "shop"), new CodeIssued(alice, "wiki"));
        TrailStatisticsService statistics = provider.service(TrailStatisticsService.class);
        assertThat(statistics.days(3))
                .containsExactly(
                        new DayOfTrail(LocalDate.parse("2026-03-01"), 1, 0, 1),
                        new DayOfTrail(LocalDate.parse("2026-03-02"), 0, 0, 0),
                        new DayOfTrail(LocalDate.parse("2026-03-03"), 0, 1, 0));
        assertThat(statistics.busiestClients(3, 5))
                .containsExactly(new BusyClient("wiki", 2), new BusyClient("shop", 1));
        assertThat(statistics.busiestClients(1, 1)).containsExactly(new BusyClient("shop", 1));
    }

    private List<TrailEntry> page(TrailQuery query) {
        return provider.service(TrailService.class).page(query, null, 100);
    }

    private List<String> events(TrailQuery query) {
        return page(query).stream().map(TrailEntry::event).toList();
    }

    private void note(AuditEvent... events) {
        for (AuditEvent event : events) {
            provider.service(AuditService.class).note(event, FACTS);
        }
    }
}
