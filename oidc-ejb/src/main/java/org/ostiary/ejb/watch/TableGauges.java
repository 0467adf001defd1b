package org.ostiary.ejb.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** What was measured last, and when. */
    private record Measured(String text, Instant at) {}

    private static final Measured NOTHING = new Measured("", Instant.MIN);

    private volatile Measured last = NOTHING;
    private final AtomicBoolean measuring = new AtomicBoolean();

    /**
     * What is known; one caller measures, and the others get what was measured before, so that nobody waits for a slow count.
     *
     * @throws PersistenceException when the database does not answer
     */
    String text() {
        Instant now = clock.instant();
        if (stale(now) && measuring.compareAndSet(false, true)) {
            try {
                last = new Measured(measure(now), now);
            } finally {
                measuring.set(false);
            }
        }
        return last.text();
    }

    private boolean stale(Instant now) {
        Measured known = last;
        return known.text().isEmpty() || now.isAfter(known.at().plus(AGE));
    }

    private String measure(Instant now) {
        Gauges tables = new Gauges("ostiary_table_rows", "ostiary_table_oldest_seconds", now);
        for (MeasuredTable table : MeasuredTable.values()) {
            tables.add(Meters.text("table", table.tableName()), sizes.of(table));
        }
        Gauges waiting = new Gauges("ostiary_waiting", "ostiary_waiting_oldest_seconds", now);
        for (Backlog backlog : Backlog.values()) {
            waiting.add(Meters.text("for", backlog.what()), sizes.of(backlog));
        }
        return tables.text() + waiting.text();
    }

    /** How many there are of each, and how old the oldest is. */
    private static final class Gauges {
        private final StringBuilder rows;
        private final StringBuilder ages;
        private final String rowsName;
        private final String agesName;
        private final Instant now;

        Gauges(String rowsName, String agesName, Instant now) {
            this.rowsName = rowsName;
            this.agesName = agesName;
            this.now = now;
            rows = new StringBuilder("# TYPE " + rowsName + " gauge\n");
            ages = new StringBuilder("# TYPE " + agesName + " gauge\n");
        }

        void add(String label, TableSize size) {
            long age = size.oldest()
                    .map(oldest -> Duration.between(oldest, now).toSeconds())
                    .orElse(0L);
            rows.append(rowsName).append(label).append(' ').append(size.rows()).append('\n');
            ages.append(agesName).append(label).append(' ').append(age).append('\n');
        }

        String text() {
            return rows.append(ages).toString();
        }
    }
}
