package org.ostiary.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ostiary.persistence.audit.AuditRecords;

/** Counts what happened, for plots. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TrailStatisticsService {

    private static final List<String> LOGINS = List.of("login_succeeded");
    private static final List<String> FAILURES = List.of("login_failed", "second_factor_failed");
    private static final List<String> TOKENS = List.of("tokens_issued", "tokens_refreshed", "own_token_issued");
    private static final int MOST_DAYS = 400;

    @Inject
    AuditRecords records;

    @Inject
    Clock clock;

    /** The last so many days, today last; a day on which nothing happened is there too. */
    public List<DayOfTrail> days(int count) {
        LocalDate first = today().minusDays(Math.min(count, MOST_DAYS) - 1L);
        Map<LocalDate, Map<String, Long>> counted = new HashMap<>();
        List<String> events =
                Stream.of(LOGINS, FAILURES, TOKENS).flatMap(List::stream).toList();
        for (Object[] row :
                records.countByDay(events, first.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            counted.computeIfAbsent(LocalDate.ofEpochDay(((Number) row[0]).longValue()), day -> new HashMap<>())
                    .put((String) row[1], ((Number) row[2]).longValue());
        }
        return first.datesUntil(today().plusDays(1))
                .map(day -> day(day, counted.getOrDefault(day, Map.of())))
                .toList();
    }

    /** The applications that were sent the most codes in the last so many days, the busiest first. */
    public List<BusyClient> busiestClients(int days, int most) {
        LocalDate first = today().minusDays(Math.min(days, MOST_DAYS) - 1L);
        return records.busiest("code_issued", first.atStartOfDay(ZoneOffset.UTC).toInstant(), most).stream()
                .map(row -> new BusyClient((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static DayOfTrail day(LocalDate day, Map<String, Long> counts) {
        return new DayOfTrail(day, sum(counts, LOGINS), sum(counts, FAILURES), sum(counts, TOKENS));
    }

    private static long sum(Map<String, Long> counts, List<String> events) {
        return events.stream()
                .mapToLong(event -> counts.getOrDefault(event, 0L))
                .sum();
    }
}
