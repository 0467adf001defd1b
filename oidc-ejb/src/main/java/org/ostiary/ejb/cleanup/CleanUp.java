package org.ostiary.ejb.cleanup;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.trail.TrailSealService;
import org.ostiary.persistence.cleanup.Leftover;
import org.ostiary.persistence.cleanup.Swept;

/**
 * Looks twice a minute whether it is this node's turn to tidy, and then looks through all whose time is over. Where that is very
 * much, the next turn goes on where this one stopped.
 */
@Singleton
@DependsOn("StartUp")
public class CleanUp {

    private static final Logger LOG = Logger.getLogger(CleanUp.class.getName());

    /** So many batches of one kind at most, so that a turn ends before the next begins. */
    private static final int MOST_BATCHES = 1000;

    private final Map<Leftover, Instant> stopped = new EnumMap<>(Leftover.class);

    @Inject
    CleanUpService service;

    @Inject
    TrailSealService trail;

    @Inject
    Meters meters;

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "15,45", persistent = false)
    void tidyWhenDue() {
        try {
            if (service.takeTurn()) {
                tidy();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Expired rows could not be tidied away; they count for nothing all the same", e);
        }
    }

    private void tidy() {
        CleanUpSheet sheet = new CleanUpSheet();
        for (Leftover kind : Leftover.values()) {
            sheet.add(kind.table(), all(kind));
        }
        sheet.add("audit_record", all(trail::prune, TrailSealService.BATCH));
        sheet.deleted().forEach((table, rows) -> meters.add("ostiary_cleaned_rows", rows, "table", table));
        if (!sheet.deleted().isEmpty()) {
            LOG.info(sheet::line);
        }
    }

    private long all(Leftover kind) {
        Instant from = stopped.getOrDefault(kind, Swept.START);
        stopped.remove(kind);
        long rows = 0;
        for (int batches = 0; batches < MOST_BATCHES; batches++) {
            Swept swept = service.tidy(kind, from);
            rows += swept.deleted();
            if (swept.complete()) {
                return rows;
            }
            from = swept.next();
        }
        stopped.put(kind, from);
        return rows;
    }

    /** Batch after batch until one is not full; answers how many rows they had together. */
    private static long all(IntSupplier batch, int full) {
        long rows = 0;
        int last = full;
        for (int batches = 0; last >= full && batches < MOST_BATCHES; batches++) {
            last = batch.getAsInt();
            rows += last;
        }
        return rows;
    }
}
