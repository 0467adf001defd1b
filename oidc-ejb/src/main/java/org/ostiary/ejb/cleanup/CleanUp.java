package org.ostiary.ejb.cleanup;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ostiary.ejb.meter.Meters;
import org.ostiary.ejb.trail.TrailSealService;
import org.ostiary.persistence.cleanup.Leftover;

/** Looks twice a minute whether it is this node's turn to tidy, and then does so until nothing is left. */
@Singleton
@DependsOn("StartUp")
public class CleanUp {

    private static final Logger LOG = Logger.getLogger(CleanUp.class.getName());

    /** So many batches of one kind at most, so that a turn ends before the next begins. */
    private static final int MOST_BATCHES = 1000;

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
            sheet.add(kind.table(), all(() -> service.tidy(kind), CleanUpService.BATCH));
        }
        sheet.add("audit_record", all(trail::prune, TrailSealService.BATCH));
        sheet.deleted().forEach((table, rows) -> meters.add("ostiary_cleaned_rows", rows, "table", table));
        if (!sheet.deleted().isEmpty()) {
            LOG.info(sheet::line);
        }
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
