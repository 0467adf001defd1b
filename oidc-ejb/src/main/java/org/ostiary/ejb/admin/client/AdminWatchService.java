package org.ostiary.ejb.admin.client;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ostiary.ejb.admin.AdminRefusal;
import org.ostiary.ejb.admin.Administrator;
import org.ostiary.ejb.client.ClientRegistryService;
import org.ostiary.ejb.client.ClientService;
import org.ostiary.ejb.recent.RecentRequestService;
import org.ostiary.persistence.client.Client;
import org.ostiary.persistence.client.Clients;
import org.ostiary.persistence.watched.ClientRequests;

/** The recent requests of a client, and for how long they are kept. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class AdminWatchService {

    private static final Duration LONGEST = Duration.ofHours(24);

    @Inject
    Clients clients;

    @Inject
    ClientRequests requests;

    @Inject
    ClientRegistryService registry;

    @Inject
    ClientService memory;

    @Inject
    Clock clock;

    /** Lets them be kept, or no longer. */
    public WatchOrder watch(Administrator administrator, String clientId, WatchOrder order) {
        require(clientId);
        Instant until = order.until();
        Instant now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw AdminRefusal.malformed("The member until must be a moment within the next 24 hours");
        }
        registry.watch(
                clientId,
                until,
                administrator.did(null, clientId, until == null ? "no longer" : "until " + until),
                administrator.facts());
        memory.refresh();
        return order;
    }

    /** Lets them be kept for so long from now on; for no time, they are forgotten. */
    public WatchOrder watchFor(Administrator administrator, String clientId, Duration time) {
        Instant until = time.isZero() ? null : clock.instant().plus(time);
        return watch(administrator, clientId, new WatchOrder(until));
    }

    /** Those that are kept. */
    public RecentRequestList recent(String clientId) {
        Client client = require(clientId);
        Instant now = clock.instant();
        Instant until = client.watchedUntil();
        return new RecentRequestList(
                until == null || !until.isAfter(now) ? null : until,
                requests.of(clientId, now, RecentRequestService.KEPT).stream()
                        .map(RecentRequestView::of)
                        .toList());
    }

    private Client require(String clientId) {
        return clients.find(clientId)
                .filter(client -> !client.deleted())
                .orElseThrow(() -> AdminRefusal.unknown("client"));
    }
}
