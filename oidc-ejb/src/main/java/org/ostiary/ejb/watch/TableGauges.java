package org.ostiary.ejb.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.persistence.size.Backlog;
import org.ostiary.persistence.size.MeasuredTable;
import org.ostiary.persistence.size.TableSize;
import org.ostiary.persistence.size.TableSizes;

/** How full the tables are and what waits in them. Counting costs, so it is done once a minute at most, however often one asks. */
@ApplicationScoped
class TableGauges {

    private static final Duration AGE = Duration.ofMinutes(1);

    @Inject
    TableSizes sizes;

    @Inject
    Clock clock;

    private String measured = "";
    private Instant at = Instant.MIN;

    synchronized String text() {
        Instant now = clock.instant();
        if (now.isAfter(at.plus(AGE)) || measured.isEmpty()) {
            measured = measure(now);
            at = now;
        }
        return measured;
    }

    private String measure(Instant now) {
        StringBuilder rows = new StringBuilder("# TYPE ostiary_table_rows gauge\n");
        StringBuilder ages = new StringBuilder("# TYPE ostiary_table_oldest_seconds gauge\n");
        for (MeasuredTable table : MeasuredTable.values()) {
            TableSize size = sizes.of(table);
            String label = Meters.text("table", table.tableName());
            rows.append("ostiary_table_rows")
                    .append(label)
                    .append(' ')
                    .append(size.rows())
                    .append('\n');
            long age = size.oldest()
                    .map(oldest -> Duration.between(oldest, now).toSeconds())
                    .orElse(0L);
            ages.append("ostiary_table_oldest_seconds")
                    .append(label)
                    .append(' ')
                    .append(age)
                    .append('\n');
        }
        StringBuilder waiting = new StringBuilder("# TYPE ostiary_waiting gauge\n");
        StringBuilder lag = new StringBuilder("# TYPE ostiary_waiting_oldest_seconds gauge\n");
        for (Backlog backlog : Backlog.values()) {
            TableSize size = sizes.of(backlog);
            String label = Meters.text("for", backlog.what());
            waiting.append("ostiary_waiting")
                    .append(label)
                    .append(' ')
                    .append(size.rows())
                    .append('\n');
            long age = size.oldest()
                    .map(oldest -> Duration.between(oldest, now).toSeconds())
                    .orElse(0L);
            lag.append("ostiary_waiting_oldest_seconds")
                    .append(label)
                    .append(' ')
                    .append(age)
                    .append('\n');
        }
        return rows.append(ages).append(waiting).append(lag).toString();
    }
}
