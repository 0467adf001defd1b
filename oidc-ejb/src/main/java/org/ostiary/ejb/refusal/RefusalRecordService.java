package org.ostiary.ejb.refusal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.ejb.protocol.Facts;
import org.ostiary.persistence.refusal.RefusedRequest;
import org.ostiary.persistence.refusal.RefusedRequests;

/** Writes what {@link RecentRefusals} holds into the database, a batch in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefusalRecordService {

    /** The most rows of one transaction. */
    public static final int BATCH = 200;

    /** So many rows are kept; the clean-up deletes those that are too old. */
    public static final int KEPT = 5_000;

    @Inject
    RecentRefusals recent;

    @Inject
    RefusedRequests records;

    /** Writes a batch of those that wait; answers how many there were. */
    public int write() {
        List<Refusal> batch = recent.take(BATCH);
        batch.forEach(refusal -> records.add(row(refusal)));
        return batch.size();
    }

    /** Deletes a batch of the oldest rows beyond those that are kept. */
    public int trim() {
        return records.deleteBeyond(KEPT, BATCH);
    }

    private static RefusedRequest row(Refusal refusal) {
        RefusedRequest row = new RefusedRequest(
                refusal.requestId(),
                refusal.at(),
                refusal.clientId(),
                refusal.error(),
                refusal.rule().id(),
                refusal.rule().section(),
                refusal.description());
        Facts facts = refusal.facts();
        if (facts != null) {
            row.show(facts.parameter(), facts.got(), facts.expected());
        }
        return row;
    }
}
