package org.ostiary.ejb.recent;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.ostiary.persistence.watched.ClientRequest;
import org.ostiary.persistence.watched.ClientRequests;

/** Writes what {@link RecentRequests} holds into the database, a batch in a transaction of its own, and keeps the newest. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RecentRequestService {

    /** So many of a client are kept. */
    public static final int KEPT = 200;

    private static final int BATCH = 200;

    @Inject
    RecentRequests recent;

    @Inject
    ClientRequests requests;

    /** Writes a batch; answers how many there were. */
    public int write() {
        List<ClientRequest> batch = recent.take(BATCH);
        batch.forEach(requests::add);
        batch.stream().map(ClientRequest::clientId).distinct().forEach(client -> requests.deleteBeyond(client, KEPT));
        return batch.size();
    }
}
