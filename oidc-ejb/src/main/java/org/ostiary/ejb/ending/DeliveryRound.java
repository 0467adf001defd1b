package org.ostiary.ejb.ending;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what is due, every second, side by side; a client that hangs holds only its own share of the places. */
@Singleton
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DeliveryRound {

    private static final Logger LOG = Logger.getLogger(DeliveryRound.class.getName());
    private static final int PLACES = 32;
    private static final int PLACES_PER_CLIENT = 4;

    @Inject
    DeliveryService deliveries;

    @Inject
    LogoutCall call;

    @Resource
    ManagedExecutorService executor;

    private final Semaphore places = new Semaphore(PLACES);
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    /** Without a transaction of its own: a failed one would make the server give the timer up for good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        try {
            send();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Clients could not be told of ended sessions just now; they are told later", e);
        }
    }

    /** Begins what is due at once, because somebody waits. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void hurry(@Observes DeliveriesDue now) {
        everySecond();
    }

    /** Begins what is due, as far as there are places; does not wait for any of it. */
    private void send() {
        int free = places.drainPermits();
        List<DueDelivery> taken = List.of();
        try {
            if (free > 0) {
                taken = deliveries.take(free, this::placesFor);
            }
        } finally {
            places.release(free - taken.size());
        }
        taken.forEach(this::begin);
    }

    private int placesFor(String clientId) {
        return PLACES_PER_CLIENT - underWay.getOrDefault(clientId, 0);
    }

    private void begin(DueDelivery delivery) {
        underWay.merge(delivery.clientId(), 1, Integer::sum);
        try {
            executor.execute(() -> make(delivery));
        } catch (RejectedExecutionException e) {
            done(delivery);
            LOG.log(Level.FINE, "The server takes no more work; the delivery is due again when its lease is over", e);
        }
    }

    private void make(DueDelivery delivery) {
        try {
            call.make(delivery);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A delivery failed; it is due again when its lease is over", e);
        } finally {
            done(delivery);
        }
    }

    private void done(DueDelivery delivery) {
        underWay.computeIfPresent(delivery.clientId(), (client, count) -> count > 1 ? count - 1 : null);
        places.release();
    }
}
